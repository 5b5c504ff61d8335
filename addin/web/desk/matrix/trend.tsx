import { useState } from 'preact/hooks';
import { toNumber } from '../../../../core/fraction.ts';
import type { Matrix } from '../../../../core/matrix.ts';
import { measureOf } from '../../../../core/measures/measure-of.ts';
import { kindOfPeriod } from '../../../../core/plan/period-parts.ts';
import { kindOfRow } from '../../../../core/plan/plan-periods.ts';
import { briefPeriodName, periodLabel } from '../../../../core/wording/period-names.ts';
import type { PlannedRow } from '../../../ui/planned-row.ts';
import { useAtOnce } from '../../../ui/use-at-once.ts';
import type { DeskProps } from '../desk-props.ts';
import { type TrendPoint, trendPoints } from './trend-points.ts';

interface Props extends Pick<DeskProps, 'api' | 'matrix' | 'period' | 'periods' | 'plan'> {
  readonly planned: PlannedRow;
}

/** The row over the periods of its own rhythm, whichever period is on the desk: a table, and beside it a chart of the same. */
export function Trend({ api, matrix, period, periods, plan, planned: { indicator } }: Props) {
  const kind = kindOfRow(plan, indicator);
  const [others, setOthers] = useState<readonly Matrix[]>([]);
  useAtOnce(() => {
    const wanted = periods.filter((one) => one.period !== period && kindOfPeriod(one.period) === kind);
    let isOver = false;
    void Promise.all(wanted.map((one) => api.matrix(one.period, null))).then((found) => {
      if (!isOver) setOthers(found.flatMap((one) => (one.ok && one.value ? [one.value.value] : [])));
    });
    return () => {
      isOver = true;
    };
  }, [api, period, periods.length, kind]);
  const own = [...others, matrix].filter((one) => kindOfPeriod(one.period) === kind);
  const points = trendPoints(indicator, own, plan.indicators);
  const { target, scale } = measureOf(indicator);
  return (
    <>
      <h3>Diễn biến qua các kỳ</h3>
      {points.filter(({ value }) => value !== null).length > 1 ? (
        <Chart points={points} target={toNumber(target)} most={scale.end} />
      ) : (
        <p class="quiet">Biểu đồ hiện khi có kết quả từ hai kỳ trở lên.</p>
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">Kỳ</th>
            <th scope="col" class="number">
              Kết quả
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ period: one, text }) => (
            <tr key={one}>
              <td>{periodLabel(one)}</td>
              <td class="number">{text ?? 'Chưa có'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const [WIDTH, HEIGHT, MARGIN] = [340, 140, 24] as const;

interface ChartProps {
  readonly points: readonly TrendPoint[];
  readonly target: number;
  readonly most: number;
}

/** A line with a dot a period against the dashed target; from zero, so that a slope is not made to look steep. */
function Chart({ points, target, most }: ChartProps) {
  const x = (k: number): number => MARGIN + (k * (WIDTH - 2 * MARGIN)) / Math.max(1, points.length - 1);
  const y = (value: number): number => HEIGHT - MARGIN - (value / most) * (HEIGHT - 2 * MARGIN);
  const known = points.flatMap(({ period, value }, k) => (value === null ? [] : [{ period, at: [x(k), y(value)] as const }]));
  return (
    <svg class="trend" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label="Biểu đồ kết quả qua các kỳ; số liệu ở bảng bên dưới">
      <line class="axis" x1={MARGIN} x2={WIDTH - MARGIN} y1={y(0)} y2={y(0)} />
      <line class="target" x1={MARGIN} x2={WIDTH - MARGIN} y1={y(target)} y2={y(target)} />
      <text class="note" x={MARGIN} y={y(target) - 7}>
        mục tiêu
      </text>
      <polyline class="course" points={known.map(({ at }) => at.join(',')).join(' ')} />
      {known.map(({ period, at: [cx, cy] }) => (
        <g key={period}>
          <circle cx={cx} cy={cy} r={4} />
          <text class="note" x={cx} y={HEIGHT - 6} text-anchor="middle">
            {briefPeriodName(period)}
          </text>
        </g>
      ))}
    </svg>
  );
}
