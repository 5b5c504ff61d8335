import { useMemo, useState } from 'preact/hooks';
import { shortPeriodName } from '../../../../core/wording/period-names.ts';
import { momentText } from '../../../ui/moment.ts';
import { Opening } from '../../../ui/opening.tsx';
import { ScrollBox } from '../../../ui/scroll-box.tsx';
import { fold } from '../../../ui/search.ts';
import { useAsked } from '../../../ui/use-asked.ts';
import type { DeskProps } from '../desk-props.ts';
import { actionWord } from './action-word.ts';
import { whyText } from './why-text.ts';

const A_PAGE = 100;

/** The audit trail of the period, newest first. */
export function AuditPanel({ api, period, nameOf, plan, query, go, periodLine }: DeskProps) {
  const [shown, setShown] = useState(A_PAGE);
  const asked = useAsked(() => api.audit(period), [api, period, periodLine]);
  const given = asked.value;
  const entries = useMemo(() => given && [...given].reverse(), [given]);
  const wanted = fold(query.tim ?? '');
  const lines = (entries ?? []).map((entry) => ({
    ...entry,
    by: nameOf(entry.by),
    word: actionWord(entry),
    name: entry.agency ? nameOf(entry.agency) : '',
    why: whyText(entry, nameOf),
  }));
  const found = lines.filter(({ by, word, name, why }) => fold(`${by} ${word} ${name} ${why}`).includes(wanted));
  return (
    <>
      <h2>Nhật ký kỳ {shortPeriodName(period)}</h2>
      <search class="filters">
        <label>
          Tìm theo người, việc, đơn vị, lý do
          <input type="search" value={query.tim ?? ''} onInput={(event) => go({ tim: event.currentTarget.value }, 'replace')} />
        </label>
        <p class="quiet" role="status">
          {entries && (found.length === 0 ? 'Không có việc nào' : `${found.length} việc`)}
        </p>
      </search>
      {(!entries || asked.refused || asked.setback) && <Opening what="Đang lấy nhật ký" asking={asked} />}
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
              {found.slice(0, shown).map(({ at, by, word, name, why }, k) => (
                <tr key={`${at}|${k}`}>
                  <td class="moment">{momentText(at, plan.reporting.utcOffset)}</td>
                  <td>{by}</td>
                  <td class="deed">{word}</td>
                  <td>{name}</td>
                  <td>{why}</td>
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
