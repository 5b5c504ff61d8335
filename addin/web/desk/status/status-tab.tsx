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
import { RemindersPart } from '../reminders/reminders-part.tsx';
import { ReviewPanel } from '../review/review-panel.tsx';
import './status.css';

/** The version that was on screen when an agency was ticked: one sent since then is not accepted unseen. */
type Chosen = ReadonlyMap<AgencyId, StatusLine['version']>;

/** Who has sent what, how late, with what left open; many reports accepted at once; one report reviewed beside the list. */
export function StatusTab(props: DeskProps) {
  const { address, agency, api, go, nameOf, period, periodLine, plan, reload, status } = props;
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const [accepted, setAccepted] = useState<readonly AgencyId[]>([]);
  const [troubles, setTroubles] = useState<readonly string[]>([]);
  const [waiting, setWaiting] = useState(false);
  const filter: Filter = FILTERS.find(({ id }) => id === address.trangthai) ?? FILTERS[0];
  const meets = meeting(address.tim ?? '') ?? (() => true);
  const lines = status.filter(
    (line) =>
      filter.holds(line) && (address.khoi === undefined || agency.get(line.agency)?.kind === address.khoi) && meets(nameOf(line.agency)),
  );
  const acceptable = lines.filter((line) => chosen.has(line.agency) && line.state === 'submitted');

  const acceptAll = async (): Promise<void> => {
    setWaiting(true);
    setAccepted([]);
    setTroubles([]);
    for (const { agency: id } of acceptable) {
      const answer = await api.review(period, id, { version: chosen.get(id) ?? 0, decision: 'accept', remarks: {} });
      if (answer.ok) setAccepted((before) => [...before, id]);
      else setTroubles((before) => [...before, `${nameOf(id)}: ${troubleText(answer.error)}`]);
    }
    // What a filter hides stays ticked.
    setChosen((before) => new Map([...before].filter(([id]) => !acceptable.some(({ agency: done }) => done === id))));
    setWaiting(false);
    await reload();
  };
  const overdue = daysBetween(periodLine.deadline, localDay(new Date(), plan.reporting.utcOffset));
  const open = status.find((line) => line.agency === address.donvi);
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
          <label>
            Khối
            <select value={address.khoi ?? ''} onChange={(event) => go({ khoi: event.currentTarget.value || null })}>
              <option value="">Tất cả</option>
              <option value="provincial">Sở, ban, ngành</option>
              <option value="commune">Xã, phường, đặc khu</option>
            </select>
          </label>
          <label>
            Tìm đơn vị
            <input type="search" value={address.tim ?? ''} onInput={(event) => go({ tim: event.currentTarget.value }, 'replace')} />
          </label>
          <button type="button" class="primary" disabled={acceptable.length === 0 || waiting} onClick={() => void acceptAll()}>
            {waiting ? 'Đang chấp nhận…' : `Chấp nhận ${acceptable.length} báo cáo đã chọn`}
          </button>
        </search>
        {accepted.length > 0 && <Notice kind="good">Đã chấp nhận: {accepted.map(nameOf).join('; ')}.</Notice>}
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
                  <th scope="col">Chọn</th>
                  <th scope="col">Đơn vị</th>
                  <th scope="col">Tình trạng</th>
                  <th scope="col" class="number">
                    Lần nộp
                  </th>
                  <th scope="col">Lúc</th>
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
                        disabled={line.state !== 'submitted' || periodLine.state !== 'open'}
                        checked={chosen.has(line.agency)}
                        onChange={() => setChosen(toggled(chosen, line))}
                      />
                    </td>
                    <th scope="row">
                      <a {...linkTo(address, go, { donvi: line.agency })}>{nameOf(line.agency)}</a>
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
      {open && <ReviewPanel key={open.agency} {...props} standing={open} />}
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
