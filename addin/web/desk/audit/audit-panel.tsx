import { useEffect, useState } from 'preact/hooks';
import type { AuditLine } from '../../../api/answers.ts';
import { troubleText } from '../../../api/trouble.ts';
import { momentText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/notice.tsx';
import { ScrollBox } from '../../../ui/scroll-box.tsx';
import { fold } from '../../../ui/search.ts';
import type { DeskProps } from '../desk-props.ts';
import { actionWord } from './action-word.ts';

const A_PAGE = 100;

/** The audit trail of the period, newest first. */
export function AuditPanel({ api, period, nameOf, plan, address, go, periodLine }: DeskProps) {
  const [entries, setEntries] = useState<readonly AuditLine[] | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [shown, setShown] = useState(A_PAGE);
  useEffect(() => {
    void api.audit(period).then((answer) => {
      if (answer.ok) setEntries([...answer.value.value.entries].reverse());
      else setTrouble(troubleText(answer.error));
    });
  }, [api, period, periodLine]);
  const wanted = fold(address.tim ?? '');
  const lines = (entries ?? []).map((entry) => ({
    ...entry,
    word: actionWord(entry),
    name: entry.agency ? nameOf(entry.agency) : '',
  }));
  const found = lines.filter(({ by, word, name, reason }) => fold(`${by} ${word} ${name} ${reason ?? ''}`).includes(wanted));
  return (
    <>
      <h2>Nhật ký kỳ {period}</h2>
      <search class="filters">
        <label>
          Tìm theo người, việc, đơn vị, lý do
          <input type="search" value={address.tim ?? ''} onInput={(event) => go({ tim: event.currentTarget.value }, 'replace')} />
        </label>
        <p class="quiet" role="status">
          {entries ? `${found.length} việc` : 'Đang lấy nhật ký…'}
        </p>
      </search>
      {trouble && <Notice kind="error">{trouble}</Notice>}
      {entries?.length === 0 && <p>Chưa có việc nào trong kỳ này.</p>}
      {found.length > 0 && (
        <ScrollBox label="Nhật ký của kỳ">
          <table>
            <thead>
              <tr>
                <th scope="col">Lúc</th>
                <th scope="col">Người</th>
                <th scope="col">Việc</th>
                <th scope="col">Đơn vị</th>
                <th scope="col">Lý do</th>
              </tr>
            </thead>
            <tbody>
              {found.slice(0, shown).map(({ at, by, word, name, reason }, k) => (
                <tr key={`${at}|${k}`}>
                  <td class="number">{momentText(at, plan.reporting.utcOffset)}</td>
                  <td>{by}</td>
                  <td>{word}</td>
                  <td>{name}</td>
                  <td>{reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      {found.length > shown && (
        <button type="button" onClick={() => setShown(shown + A_PAGE)}>
          Xem thêm {Math.min(A_PAGE, found.length - shown)} việc cũ hơn
        </button>
      )}
    </>
  );
}
