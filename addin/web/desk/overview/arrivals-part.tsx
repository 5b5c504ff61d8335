import { formatDate } from '../../../../core/format.ts';
import { localDay } from '../../../../core/local-day.ts';
import { DaySteps } from '../../../ui/charts/day-steps.tsx';
import { daysLeft } from '../../../ui/days-left.ts';
import type { DeskProps } from '../desk-props.ts';
import { arrivalsOf } from './arrivals.ts';

/** How reports came in over the days to the deadline; a report that was sent again counts from its last version. */
export function ArrivalsPart({ periodLine: { deadline }, plan, status }: DeskProps) {
  const { utcOffset } = plan.reporting;
  const today = localDay(new Date(), utcOffset);
  const { days, from, to } = arrivalsOf(status, { deadline, utcOffset, today });
  const count = days.at(-1)?.count ?? 0;
  return (
    <section aria-labelledby="ov-days">
      <h3 id="ov-days">Báo cáo đã nhận theo ngày</h3>
      <DaySteps
        {...{ days, from, to, deadline }}
        known={today}
        most={status.length}
        label={`Số đơn vị có báo cáo theo ngày, từ ${formatDate(from)} đến ${formatDate(to)}: ${count} trên ${status.length}`}
      />
      <details class="no-print">
        <summary>Bảng số liệu theo ngày</summary>
        <p class="quiet">
          Theo ngày của lần nộp hiện hành. Hạn {formatDate(deadline)}, {daysLeft(deadline, utcOffset)}.
        </p>
        <table>
          <thead>
            <tr>
              <th scope="col">Ngày</th>
              <th scope="col" class="number">
                Cộng dồn
              </th>
            </tr>
          </thead>
          <tbody>
            {days.map((one) => (
              <tr key={one.day}>
                <td>{formatDate(one.day)}</td>
                <td class="number">
                  {one.count}/{status.length}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
