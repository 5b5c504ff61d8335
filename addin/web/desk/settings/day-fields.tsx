import { useState } from 'preact/hooks';
import type { Period } from '../../../../core/plan/period.ts';
import type { PeriodDay } from '../../../../core/plan/period-day.ts';
import type { PartProps } from './part.ts';
import { shownDay, typedDay } from './typed-day.ts';

type DayName = 'cutOff' | 'deadline';

interface Props extends PartProps {
  readonly period: Period;
  readonly usual: Readonly<Record<DayName, PeriodDay>>;
  /** Whether something stands in a field that is no day: nothing is saved meanwhile. */
  readonly onWrong: (name: DayName, isWrong: boolean) => void;
}

/** The cut-off day and the deadline, as day and month, with the year where it is not the period's own; an empty field keeps the plan's own. */
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
  readonly usual: PeriodDay;
}

/** What is typed stays as it is typed, whatever comes from the server meanwhile; it counts as soon as it is a day. */
function DayField({ settings, change, disabled, onWrong, name, label, period, usual }: FieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const set = settings[name];
  const shown = typed ?? (set === undefined ? '' : shownDay(period, set));
  const isWrong = typed !== null && typed.trim() !== '' && typedDay(period, typed) === null;
  const take = (text: string): void => {
    const day = typedDay(period, text);
    const { [name]: _, ...rest } = settings;
    setTyped(text);
    onWrong(name, day === null && text.trim() !== '');
    if (day !== null) change({ ...rest, [name]: day });
    else if (text.trim() === '') change(rest);
  };
  return (
    <label>
      {label}
      <input
        type="text"
        inputMode="numeric"
        placeholder={shownDay(period, usual)}
        disabled={disabled}
        value={shown}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${name}-wrong` : undefined}
        onInput={(event) => take(event.currentTarget.value)}
        onBlur={() => !isWrong && setTyped(null)}
      />
      {isWrong && (
        <span id={`${name}-wrong`} class="wrong">
          Ghi ngày/tháng có thật, ví dụ {shownDay(period, usual)}.
        </span>
      )}
    </label>
  );
}
