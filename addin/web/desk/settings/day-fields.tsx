import { useState } from 'preact/hooks';
import type { PartProps } from './part.ts';

type DayName = 'cutOff' | 'deadline';

interface Props extends PartProps {
  readonly usual: Readonly<Record<DayName, string>>;
  /** Whether something stands in a field that is no day: nothing is saved meanwhile. */
  readonly onWrong: (name: DayName, isWrong: boolean) => void;
}

/** The cut-off day and the deadline, as day and month; an empty field keeps the plan's own. */
export const DayFields = ({ usual, ...part }: Props) => (
  <section class="panel">
    <h3>Ngày chốt và hạn gửi</h3>
    <div class="row days">
      <DayField {...part} name="cutOff" label="Ngày chốt số liệu (ngày/tháng)" usual={usual.cutOff} />
      <DayField {...part} name="deadline" label="Hạn gửi (ngày/tháng)" usual={usual.deadline} />
    </div>
    <p class="quiet">Để trống: theo Kế hoạch.</p>
  </section>
);

interface FieldProps extends Omit<Props, 'usual'> {
  readonly name: DayName;
  readonly label: string;
  readonly usual: string;
}

/** What is typed stays as it is typed, whatever comes from the server meanwhile; it counts as soon as it is a day. */
function DayField({ settings, change, disabled, onWrong, name, label, usual }: FieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const set = settings[name];
  const shown = typed ?? (set ? asDayMonth(set) : '');
  const isWrong = typed !== null && typed.trim() !== '' && monthDayOf(typed) === null;
  const take = (text: string): void => {
    const monthDay = monthDayOf(text);
    const { [name]: _, ...rest } = settings;
    setTyped(text);
    onWrong(name, monthDay === null && text.trim() !== '');
    if (monthDay !== null) change({ ...rest, [name]: monthDay });
    else if (text.trim() === '') change(rest);
  };
  return (
    <label>
      {label}
      <input
        type="text"
        inputMode="numeric"
        placeholder={asDayMonth(usual)}
        disabled={disabled}
        value={shown}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${name}-wrong` : undefined}
        onInput={(event) => take(event.currentTarget.value)}
        onBlur={() => !isWrong && setTyped(null)}
      />
      {isWrong && (
        <span id={`${name}-wrong`} class="wrong">
          Ghi ngày/tháng có thật, ví dụ {asDayMonth(usual)}.
        </span>
      )}
    </label>
  );
}

const asDayMonth = (monthDay: string): string => monthDay.split('-').reverse().join('/');

/** "29/11" → "11-29"; null where it is no day of every year. */
function monthDayOf(text: string): string | null {
  const [, day = '', month = ''] = /^\s*(\d{1,2})\s*\/\s*(\d{1,2})\s*$/.exec(text) ?? [];
  const monthDay = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`2027-${monthDay}T00:00:00Z`);
  return day !== '' && !Number.isNaN(at.getTime()) && at.toISOString().slice(5, 10) === monthDay ? monthDay : null;
}
