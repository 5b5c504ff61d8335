/** What every control of a field has in common. */
export interface ControlProps {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly isWrong: boolean;
  readonly describedBy: string | undefined;
  readonly onText: (text: string) => void;
  readonly onLeave: () => void;
}

const described = ({ isWrong, describedBy }: ControlProps) => ({
  'aria-invalid': isWrong || undefined,
  'aria-describedby': describedBy,
});

/** One line: a number or a day. What is typed is never changed under the hand. */
export const Line = ({ keyboard, ...control }: ControlProps & { readonly keyboard: 'numeric' | 'decimal' | 'text' }) => (
  <label>
    {control.label}
    <input
      id={control.id}
      type="text"
      inputMode={keyboard}
      autocomplete="off"
      value={control.text}
      onInput={(event) => control.onText(event.currentTarget.value)}
      onBlur={control.onLeave}
      {...described(control)}
    />
  </label>
);

/** A text of any length. */
export const Texts = (control: ControlProps) => (
  <label>
    {control.label}
    <textarea
      id={control.id}
      rows={1}
      value={control.text}
      onInput={(event) => control.onText(event.currentTarget.value)}
      onBlur={control.onLeave}
      {...described(control)}
    />
  </label>
);

interface ChoiceProps extends ControlProps {
  readonly words: readonly string[];
}

/** A few words, all in sight. */
export const Radios = ({ words, ...control }: ChoiceProps) => (
  <div class="entry-choice" role="radiogroup" aria-labelledby={`${control.id}-ten`} {...described(control)}>
    <span id={`${control.id}-ten`} class="label">
      {control.label}
    </span>
    <div class="choices">
      {words.map((word, k) => (
        <label key={word} class="choice">
          <input
            id={k === 0 ? control.id : undefined}
            type="radio"
            name={control.id}
            checked={control.text === word}
            onChange={() => control.onText(word)}
            onBlur={control.onLeave}
          />
          {word}
        </label>
      ))}
    </div>
  </div>
);

/** Many words. One that is none of them, from a file of before, stays to be seen. */
export const Select = ({ words, ...control }: ChoiceProps) => (
  <label>
    {control.label}
    <select
      id={control.id}
      value={control.text}
      onChange={(event) => control.onText(event.currentTarget.value)}
      onBlur={control.onLeave}
      {...described(control)}
    >
      <option value="">– Chọn –</option>
      {[...new Set(control.text === '' || words.includes(control.text) ? words : [...words, control.text])].map((word) => (
        <option key={word} value={word}>
          {word}
        </option>
      ))}
    </select>
  </label>
);
