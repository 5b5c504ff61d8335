import { useState } from 'preact/hooks';
import type { StatusLine } from '../../../../contract/routes/get-status.ts';
import { daysBetween } from '../../../../core/day.ts';
import { localDay } from '../../../../core/local-day.ts';
import type { AgencyId } from '../../../../core/plan/agency.ts';
import { troubleText } from '../../../api/trouble.ts';
import { ReportBadge } from '../../../ui/badge.tsx';
import { momentText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/notice.tsx';
import { FILTERS, type Filter } from '../../../ui/report-filters.ts';
import { ScrollBox } from '../../../ui/scroll-box.tsx';
import { meeting } from '../../../ui/search.ts';
import type { DeskProps } from '../desk-props.ts';
import { linkTo } from '../desk-query.ts';
import { GroupFilter, inGroup } from '../group-filter.tsx';
import { RemindersPart } from '../reminders/reminders-part.tsx';
import { ReviewPanel } from '../review/review-panel.tsx';
import './status.css';

/** The version that was on screen when an agency was ticked: one sent since then is not accepted unseen. */
type Chosen = ReadonlyMap<AgencyId, StatusLine['version']>;

/** Who has sent what, how late, with what left open; many reports accepted or returned at once; one report reviewed beside the list. */
export function StatusTab(props: DeskProps) {
  const { query, agency, api, go, nameOf, period, periodLine, plan, reload, status } = props;
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const [done, setDone] = useState<string | null>(null);
  const [remark, setRemark] = useState('');
  const [troubles, setTroubles] = useState<readonly string[]>([]);
  const [waiting, setWaiting] = useState(false);
  const filter: Filter = FILTERS.find(({ id }) => id === query.trangthai) ?? FILTERS[0];
  const meets = meeting(query.tim ?? '') ?? (() => true);
  const isShown = inGroup(plan, query.khoi);
  const lines = status.filter((line) => filter.holds(line) && isShown(agency.get(line.agency)) && meets(nameOf(line.agency)));
  const decidable = lines.filter((line) => chosen.has(line.agency) && isDecidable(line));
  const acceptable = decidable.filter(({ state }) => state === 'submitted');

  const decide = async (decision: 'accept' | 'return', of: readonly StatusLine[]): Promise<void> => {
    setWaiting(true);
    setDone(null);
    setTroubles([]);
    const reports = of.map(({ agency: id }) => ({ agency: id, version: chosen.get(id) ?? 0 }));
    const answer = await api.reviewMany(period, decision, reports, decision === 'return' ? remark.trim() : undefined);
    setWaiting(false);
    if (!answer.ok) return setTroubles([troubleText(answer.error)]);
    const each = answer.value.value.reports;
    const good = each.filter((one) => 'state' in one).map((one) => nameOf(one.agency));
    setDone(good.length === 0 ? null : `${decision === 'accept' ? 'Đã chấp nhận' : 'Đã trả lại'}: ${good.join('; ')}.`);
    setTroubles(each.flatMap((one) => ('detail' in one ? [`${nameOf(one.agency)}: ${one.detail}`] : [])));
    if (decision === 'return' && good.length > 0) setRemark('');
    // What a filter hides stays ticked.
    setChosen((before) => new Map([...before].filter(([id]) => !of.some(({ agency: decided }) => decided === id))));
    await reload();
  };
  const overdue = daysBetween(periodLine.deadline, localDay(new Date(), plan.reporting.utcOffset));
  const open = status.find((line) => line.agency === query.donvi);
  return (
    <div class={open ? 'side-by-side open' : 'side-by-side'}>
      <div>
        <search class="filters">
          <label>
            Tình trạng
            <select value={filter.id} onChange={(event) => go({ trangthai: event.currentTarget.value || null })}>
              {FILTERS.map(({ id, word, holds }) => (
                <option key={id} value={id}>
                  {word} ({status.filter(holds).length})
                </option>
              ))}
            </select>
          </label>
          <GroupFilter query={query} go={go} plan={plan} />
          <label>
            Tìm đơn vị
            <input type="search" value={query.tim ?? ''} onInput={(event) => go({ tim: event.currentTarget.value }, 'replace')} />
          </label>
          <button
            type="button"
            class="primary"
            disabled={acceptable.length === 0 || waiting}
            onClick={() => void decide('accept', acceptable)}
          >
            {waiting ? 'Đang xử lý…' : `Chấp nhận ${acceptable.length} báo cáo đã chọn`}
          </button>
        </search>
        {decidable.length > 0 && (
          <div class="row">
            <label>
              Ý kiến chung khi trả lại
              <textarea rows={1} maxLength={4000} value={remark} onInput={(event) => setRemark(event.currentTarget.value)} />
            </label>
            <button type="button" disabled={remark.trim() === '' || waiting} onClick={() => void decide('return', decidable)}>
              Trả lại {decidable.length} báo cáo đã chọn
            </button>
          </div>
        )}
        {done && <Notice kind="good">{done}</Notice>}
        {troubles.map((text) => (
          <Notice kind="error" key={text}>
            {text}
          </Notice>
        ))}
        {lines.length === 0 ? (
          <p>Không có đơn vị nào theo bộ lọc này.</p>
        ) : (
          <ScrollBox label="Tình hình của các đơn vị">
            <table class="status">
              <thead>
                <tr>
                  <th scope="col">
                    <label>
                      <input
                        type="checkbox"
                        disabled={!lines.some(isDecidable) || periodLine.state !== 'open'}
                        checked={lines.some(isDecidable) && lines.every((line) => !isDecidable(line) || chosen.has(line.agency))}
                        onChange={(event) => setChosen(withAll(chosen, lines.filter(isDecidable), event.currentTarget.checked))}
                      />{' '}
                      Chọn
                    </label>
                  </th>
                  <th scope="col">Đơn vị</th>
                  <th scope="col">Tình trạng</th>
                  <th scope="col" class="number">
                    Lần nộp
                  </th>
                  <th scope="col" class="number">
                    Lúc
                  </th>
                  <th scope="col" class="aside">
                    Người gửi
                  </th>
                  <th scope="col" class="number">
                    Dòng đã điền
                  </th>
                  <th scope="col" class="number">
                    Muộn
                  </th>
                  <th scope="col" class="number">
                    Cảnh báo còn mở
                  </th>
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <tr key={line.agency} aria-current={line === open ? 'true' : undefined}>
                    <td>
                      <input
                        type="checkbox"
                        aria-label={`Chọn ${nameOf(line.agency)}`}
                        disabled={!isDecidable(line) || periodLine.state !== 'open'}
                        checked={chosen.has(line.agency)}
                        onChange={() => setChosen(toggled(chosen, line))}
                      />
                    </td>
                    <th scope="row">
                      <a {...linkTo(query, go, { donvi: line.agency })}>{nameOf(line.agency)}</a>
                    </th>
                    <td>
                      <ReportBadge state={line.state} />
                      {line.remarks > 0 && <span class="quiet"> {line.remarks} ý kiến</span>}
                    </td>
                    <td class="number">{line.version ?? '–'}</td>
                    <td class="number">{line.at ? momentText(line.at, plan.reporting.utcOffset) : '–'}</td>
                    <td class="aside">{line.by ? (agency.get(line.by as AgencyId)?.shortName ?? line.by) : '–'}</td>
                    <td class="number">
                      {line.rowsFilled}/{line.rowsOwed}
                    </td>
                    <td class="number">{lateText(line, overdue)}</td>
                    <td class="number">{line.openWarnings > 0 ? line.openWarnings : '–'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        )}
        <RemindersPart {...props} />
      </div>
      {open && <ReviewPanel key={open.agency} {...props} subject={open} />}
    </div>
  );
}

/** How late a report came; of one that never came, how long it has been due. */
function lateText({ state, daysLate }: StatusLine, overdue: number): string {
  if (daysLate > 0) return `${daysLate} ngày`;
  return state === 'not-started' && overdue > 0 ? `quá hạn ${overdue} ngày` : '–';
}

function toggled(chosen: Chosen, { agency, version }: StatusLine): Chosen {
  const next = new Map(chosen);
  if (!next.delete(agency)) next.set(agency, version);
  return next;
}

/** A report that is there can be returned; one that waits to be reviewed can be accepted too. */
const isDecidable = ({ state }: StatusLine): boolean => state === 'submitted' || state === 'accepted';

function withAll(chosen: Chosen, lines: readonly StatusLine[], ticked: boolean): Chosen {
  const next = new Map(chosen);
  for (const { agency, version } of lines) {
    if (ticked) next.set(agency, version);
    else next.delete(agency);
  }
  return next;
}
