import { useState } from 'preact/hooks';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { counted } from '../../../ui/counted.ts';
import { momentText } from '../../../ui/moment.ts';
import { Opening } from '../../../ui/opening.tsx';
import { ScrollBox } from '../../../ui/scroll-box.tsx';
import { meeting } from '../../../ui/search.ts';
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
  const [typed, setTyped] = useState('');
  const refused = asked.value?.value.refused;
  const meets = meeting(typed) ?? (() => true);
  const lines = [...(refused ?? [])].reverse().map(({ file, agency, rules, at, by }) => ({
    file: file ?? 'Không rõ tên tệp',
    agency: agency ? nameOf(agency) : 'Chưa rõ đơn vị',
    reason: reasonOf(rules),
    moment: momentText(at, plan.reporting.utcOffset),
    by: nameOf(by),
  }));
  const shown = lines.filter((one) => meets(Object.values(one).join(' ')));
  return (
    <section class="refused" aria-labelledby="refused">
      <h3 id="refused">Tệp bị từ chối{refused && refused.length > 0 && ` (${refused.length})`}</h3>
      {!refused && <Opening what="Đang lấy danh sách tệp bị từ chối" asking={asked} />}
      {refused?.length === 0 && <p class="quiet">Không có tệp nào đang chờ đơn vị gửi lại.</p>}
      {refused && refused.length > 0 && (
        <>
          <p class="quiet">Tệp rời danh sách khi đơn vị có báo cáo mới hơn.</p>
          <search class="filters">
            <label>
              Tìm theo tệp, đơn vị, lý do
              <input type="search" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
            </label>
            <CopyButton
              text={shown.map((one) => [one.agency, one.file, one.reason, one.moment].join('\t')).join('\n')}
              told={`Đã chép ${shown.length} dòng.`}
              disabled={shown.length === 0}
            >
              Chép {counted(shown.length, 'dòng')}
            </CopyButton>
          </search>
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
                {shown.map(({ file, agency, reason, moment, by }, k) => (
                  <tr key={`${moment}|${k}`}>
                    <th scope="row" class="file">
                      {file}
                    </th>
                    <td>{agency}</td>
                    <td>{reason}</td>
                    <td class="number">{moment}</td>
                    <td>{by}</td>
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
