import { groupRates, rateText } from '../../../../core/overview/group-rates.ts';
import { wholeOf } from '../../../../core/plan/plan.ts';
import { capital } from '../../../../core/wording/capital.ts';
import { ScrollBox } from '../../../ui/scroll-box.tsx';
import type { DeskProps } from '../desk-props.ts';

/** How many of each group have sent, in time, and are accepted, with the rate beside each count. */
export function RatesPart({ agency, plan, status }: Pick<DeskProps, 'agency' | 'plan' | 'status'>) {
  return (
    <details class="rates">
      <summary>Tỷ lệ theo khối</summary>
      <ScrollBox label="Tỷ lệ theo khối">
        <table>
          <thead>
            <tr>
              <th scope="col">Khối</th>
              <th scope="col" class="number">
                Đã gửi
              </th>
              <th scope="col" class="number">
                Đúng hạn
              </th>
              <th scope="col" class="number">
                Đã chấp nhận
              </th>
            </tr>
          </thead>
          <tbody>
            {groupRates(plan.agencyGroups, agency, status).map(({ group, obliged, received, onTime, accepted }) => (
              <tr key={group?.id ?? ''}>
                <th scope="row">{group?.name ?? capital(wholeOf(plan))}</th>
                <td class="number">{rateText(received, obliged)}</td>
                <td class="number">{rateText(onTime, obliged)}</td>
                <td class="number">{rateText(accepted, obliged)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p class="quiet">Tỷ lệ tính trên số đơn vị phải báo cáo. Đúng hạn: theo ngày nhận của lần nộp hiện hành.</p>
    </details>
  );
}
