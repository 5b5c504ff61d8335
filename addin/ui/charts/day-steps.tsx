import { type Day, daysBetween } from '../../../core/day.ts';
import { formatDate } from '../../../core/format.ts';
import './charts.css';

export interface DayCount {
  readonly day: Day;
  /** All up to the end of that day. */
  readonly count: number;
}

interface Props {
  /** Days on which something came, in their order. */
  readonly days: readonly DayCount[];
  readonly from: Day;
  readonly to: Day;
  /** What comes after is not known yet. */
  readonly known: Day;
  readonly most: number;
  readonly deadline: Day;
  readonly label: string;
}

const [WIDTH, HEIGHT] = [480, 132];
const ROOM = { left: 34, right: 10, top: 16, bottom: 22 };

/** How many there are day by day as a staircase, from nought to all, with the deadline as a line across. */
export function DaySteps({ days, from, to, known, most, deadline, label }: Props) {
  const span = Math.max(1, daysBetween(from, to));
  const x = (day: Day): number => ROOM.left + ((WIDTH - ROOM.left - ROOM.right) * daysBetween(from, day)) / span;
  const y = (count: number): number => HEIGHT - ROOM.bottom - ((HEIGHT - ROOM.top - ROOM.bottom) * count) / Math.max(1, most);
  const course = days.map(({ day, count }) => `H${x(day).toFixed(1)}V${y(count).toFixed(1)}`).join('');
  const isEarly = daysBetween(from, deadline) < span / 2;
  return (
    <svg class="chart steps" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <line class="axis" x1={ROOM.left} x2={WIDTH - ROOM.right} y1={y(0)} y2={y(0)} />
      <line class="axis faint" x1={ROOM.left} x2={WIDTH - ROOM.right} y1={y(most)} y2={y(most)} />
      <path class="course" d={`M${x(from)} ${y(0)}${course}H${Math.max(x(from), Math.min(x(known), x(to))).toFixed(1)}`} />
      <line class="goal" x1={x(deadline)} x2={x(deadline)} y1={y(most)} y2={y(0)} />
      <text x={ROOM.left - 6} y={y(most)} dy="0.35em" text-anchor="end">
        {most}
      </text>
      <text x={ROOM.left - 6} y={y(0)} dy="0.35em" text-anchor="end">
        0
      </text>
      <text x={x(deadline) + (isEarly ? 4 : -4)} y={ROOM.top - 5} text-anchor={isEarly ? 'start' : 'end'}>
        hạn {formatDate(deadline)}
      </text>
      <text x={x(from)} y={HEIGHT - 6}>
        {formatDate(from)}
      </text>
      <text x={x(to)} y={HEIGHT - 6} text-anchor="end">
        {formatDate(to)}
      </text>
    </svg>
  );
}
