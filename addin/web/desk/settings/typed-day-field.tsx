import { useState } from 'preact/hooks';

interface Props<T> {
  readonly name: string;
  /** Of the field itself, where a link leads to it. */
  readonly id?: string;
  readonly label: string;
  /** A day as it is to be written. */
  readonly example: string;
  readonly value: T | undefined;
  readonly show: (value: T) => string;
  /** The day that a text says; null where it is none. */
  readonly read: (text: string) => T | null;
  readonly take: (value: T | undefined) => void;
  /** What is to be written, before the example. */
  readonly asked: string;
  readonly disabled: boolean;
  /** Whether something stands in the field that is no day: nothing is saved meanwhile. */
  readonly onWrong: (name: string, isWrong: boolean) => void;
}

/**
 * A day as people write it, the same in every browser: its own field for days goes by the browser's language, where 05/11 may be the 11th of
 * May. What is typed stays as it is typed, whatever comes from the server meanwhile; it counts as soon as it is a day.
 */
export function TypedDayField<T>({ name, id, label, example, value, show, read, take, asked, disabled, onWrong }: Props<T>) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value === undefined ? '' : show(value));
  const isWrong = typed !== null && typed.trim() !== '' && read(typed) === null;
  const type = (text: string): void => {
    const day = read(text);
    const isBlank = text.trim() === '';
    setTyped(text);
    onWrong(name, day === null && !isBlank);
    if (day !== null) take(day);
    else if (isBlank) take(undefined);
  };
  return (
    <label>
      {label}
      <input
        id={id}
        type="text"
        inputMode="numeric"
        placeholder={example}
        disabled={disabled}
        value={shown}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${name}-wrong` : undefined}
        onInput={(event) => type(event.currentTarget.value)}
        onBlur={() => !isWrong && setTyped(null)}
      />
      {isWrong && (
        <span id={`${name}-wrong`} class="wrong">
          {asked}, ví dụ {example}.
        </span>
      )}
    </label>
  );
}
