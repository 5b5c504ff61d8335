import { momentText } from '../../../ui/moment.ts';
import { Opening } from '../../../ui/opening.tsx';
import { ScrollBox } from '../../../ui/scroll-box.tsx';
import { useAsked } from '../../../ui/use-asked.ts';
import type { DeskProps } from '../desk-props.ts';
import { refusalWord } from './refusal-word.ts';

interface Props extends Pick<DeskProps, 'api' | 'nameOf' | 'period' | 'plan' | 'status'> {
  /** Changes when files were taken in: the list is asked anew. */
  readonly turn: number;
}

/** Files that were refused and whose agencies have sent nothing newer, as the server remembers them. */
export function RefusedList({ api, nameOf, period, plan, status, turn }: Props) {
  const asked = useAsked(() => api.refused(period), [api, period, status, turn]);
  const refused = asked.value?.value.refused;
  return (
    <section class="refused" aria-labelledby="refused">
      <h3 id="refused">Tệp bị từ chối{refused && refused.length > 0 && ` (${refused.length})`}</h3>
      {!refused && <Opening what="Đang lấy danh sách tệp bị từ chối" asking={asked} />}
      {refused?.length === 0 && <p class="quiet">Không có tệp nào đang chờ đơn vị gửi lại.</p>}
      {refused && refused.length > 0 && (
        <>
          <p class="quiet">Tệp rời danh sách khi đơn vị có báo cáo mới hơn.</p>
          <ScrollBox label="Tệp bị từ chối">
            <table>
              <thead>
                <tr>
                  <th scope="col">Tệp</th>
                  <th scope="col">Đơn vị</th>
                  <th scope="col">Lý do</th>
                  <th scope="col">Lúc</th>
                  <th scope="col">Người nhận</th>
                </tr>
              </thead>
              <tbody>
                {[...refused].reverse().map(({ file, agency, rules, at, by }, k) => (
                  <tr key={`${at}|${k}`}>
                    <th scope="row" class="file">
                      {file ?? 'Không rõ tên tệp'}
                    </th>
                    <td>{agency ? nameOf(agency) : 'Chưa rõ đơn vị'}</td>
                    <td>{reasonOf(rules)}</td>
                    <td class="number">{momentText(at, plan.reporting.utcOffset)}</td>
                    <td>{nameOf(by)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        </>
      )}
    </section>
  );
}

function reasonOf(rules: readonly string[]): string {
  const text = rules.map(refusalWord).join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
