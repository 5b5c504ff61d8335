import type { Period } from '../../../../core/plan/period.ts';
import type { PeriodDay } from '../../../../core/plan/period-day.ts';
import { shownDay, typedPeriodDay } from '../typed-day.ts';
import type { PartProps } from './part.ts';
import { TypedDayField } from './typed-day-field.tsx';

type DayName = 'cutOff' | 'deadline';

interface Props extends PartProps {
  readonly period: Period;
  readonly usual: Readonly<Record<DayName, PeriodDay>>;
  /** Whether something stands in a field that is no day: nothing is saved meanwhile. */
  readonly onWrong: (name: string, isWrong: boolean) => void;
}

/**
 * The cut-off day and the deadline, as day and month, with the year where it is not the period's own; an empty field keeps the plan's own.
 */
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

function DayField({ settings, change, disabled, onWrong, name, label, period, usual }: FieldProps) {
  const take = (day: PeriodDay | undefined): void => {
    const { [name]: _, ...rest } = settings;
    change(day === undefined ? rest : { ...rest, [name]: day });
  };
  return (
    <TypedDayField
      name={name}
      label={label}
      example={shownDay(period, usual)}
      value={settings[name]}
      show={(day) => shownDay(period, day)}
      read={(text) => typedPeriodDay(period, text)}
      take={take}
      asked="Ghi ngày/tháng có thật"
      disabled={disabled}
      onWrong={onWrong}
    />
  );
}
