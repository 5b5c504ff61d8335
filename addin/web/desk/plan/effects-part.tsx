import type { PlanEffects } from '../../../../contract/plan-effects.ts';
import { citedAs } from '../../../../core/wording/names.ts';
import { shortPeriodName } from '../../../../core/wording/period-names.ts';
import { Notice } from '../../../ui/notice.tsx';
import { ScrollBox } from '../../../ui/scroll-box.tsx';

/** What the change does to one open period: in a sentence or two, then row by row and agency by agency. */
export function EffectsPart({
  effects: { period, sent, rows, agencies },
  nameOf,
}: {
  readonly effects: PlanEffects;
  readonly nameOf: (id: string) => string;
}) {
  const more = agencies.filter(({ more: count }) => count > 0);
  const again = more.filter((one) => one.sent).length;
  const dropped = rows.filter(({ dropped: count }) => count > 0);
  const hurts = again > 0 || dropped.length > 0;
  return (
    <>
      <Notice kind={hurts ? 'warning' : 'info'}>
        <p>
          Kỳ {shortPeriodName(period)} đang mở, {sent} đơn vị đã gửi.{' '}
          {more.length > 0
            ? `${more.length} đơn vị phải báo cáo thêm dòng${again > 0 ? `, trong đó ${again} đơn vị đã gửi cần gửi bổ sung` : ''}.`
            : 'Không đơn vị nào phải báo cáo thêm dòng.'}{' '}
          {dropped.length > 0
            ? `Số liệu đã gửi của ${dropped.length} dòng thôi được tính (vẫn được giữ và hiện trong báo cáo của đơn vị).`
            : 'Số liệu đã gửi vẫn được tính như cũ.'}
        </p>
      </Notice>
      {rows.length > 0 && (
        <details>
          <summary>Theo dòng, theo đơn vị ở kỳ {shortPeriodName(period)}</summary>
          <ScrollBox label="Ảnh hưởng theo dòng" low>
            <table>
              <thead>
                <tr>
                  <th scope="col">Dòng</th>
                  <th scope="col">Thêm đơn vị báo cáo</th>
                  <th scope="col">Bớt đơn vị báo cáo</th>
                  <th scope="col">Báo cáo có số liệu thôi tính</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((one) => (
                  <tr key={one.row}>
                    <th scope="row">{citedAs(one.row)}</th>
                    <td class="number">{one.more}</td>
                    <td class="number">{one.fewer}</td>
                    <td class="number">{one.dropped}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
          <ScrollBox label="Ảnh hưởng theo đơn vị" low>
            <table>
              <thead>
                <tr>
                  <th scope="col">Đơn vị</th>
                  <th scope="col">Thêm dòng</th>
                  <th scope="col">Bớt dòng</th>
                  <th scope="col">Đã gửi</th>
                </tr>
              </thead>
              <tbody>
                {agencies.map((one) => (
                  <tr key={one.agency}>
                    <th scope="row">{nameOf(one.agency)}</th>
                    <td class="number">{one.more}</td>
                    <td class="number">{one.fewer}</td>
                    <td>{one.sent ? 'Đã gửi' : ''}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        </details>
      )}
    </>
  );
}
