import { useState } from 'preact/hooks';
import type { AgencyId } from '../../../../core/agency.ts';
import type { StatusLine } from '../../../api/answers.ts';
import { troubleText } from '../../../api/trouble.ts';
import { ReportBadge } from '../../../ui/badge.tsx';
import { fold } from '../../../ui/fold.ts';
import { momentText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/notice.tsx';
import { FILTERS, type Filter } from '../../../ui/report-filters.ts';
import { changedAddress } from '../address.ts';
import type { DeskProps } from '../desk-props.ts';
import { RemindersPart } from '../reminders/reminders-part.tsx';
import { ReviewPanel } from '../review/review-panel.tsx';
import './status.css';

/** The version that was on screen when an agency was ticked: one sent since then is not accepted unseen. */
type Chosen = ReadonlyMap<AgencyId, StatusLine['version']>;

/** Who has sent what, how late, with what left open; many reports accepted at once; one report reviewed beside the list. */
export function StatusTab(props: DeskProps) {
  const { address, agency, api, go, period, periodLine, plan, reload, status } = props;
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const [outcomes, setOutcomes] = useState<readonly string[]>([]);
  const [waiting, setWaiting] = useState(false);
  const filter: Filter = FILTERS.find(({ id }) => id === address.trangthai) ?? FILTERS[0];
  const nameOf = (id: AgencyId): string => agency.get(id)?.name ?? id;
  const lines = status.filter(
    (line) =>
      filter.holds(line) &&
      (address.khoi === undefined || agency.get(line.agency)?.kind === address.khoi) &&
      fold(nameOf(line.agency)).includes(fold(address.tim ?? '')),
  );
  const acceptable = lines.filter((line) => chosen.has(line.agency) && line.state === 'submitted');

  const acceptAll = async (): Promise<void> => {
    setWaiting(true);
    setOutcomes([]);
    for (const { agency: id } of acceptable) {
      const answer = await api.review(period, id, { version: chosen.get(id) ?? 0, decision: 'accept', remarks: {} });
      if (!answer.ok) setOutcomes((before) => [...before, `${nameOf(id)}: ${troubleText(answer.error)}`]);
    }
    setChosen(new Map());
    setWaiting(false);
    await reload();
  };
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
        {outcomes.map((text) => (
          <Notice kind="error" key={text}>
            {text}
          </Notice>
        ))}
        {lines.length === 0 ? (
          <p>Không có đơn vị nào theo bộ lọc này.</p>
        ) : (
          <div class="status-scroll">
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
                      <a
                        href={changedAddress(address, { donvi: line.agency })}
                        onClick={(event) => {
                          if (event.ctrlKey || event.metaKey) return;
                          event.preventDefault();
                          go({ donvi: line.agency });
                        }}
                      >
                        {nameOf(line.agency)}
                      </a>
                    </th>
                    <td>
                      <ReportBadge state={line.state} />
                      {line.remarks > 0 && <span class="quiet"> {line.remarks} ý kiến</span>}
                    </td>
                    <td class="number">{line.version ?? '–'}</td>
                    <td class="number">{line.at ? momentText(line.at, plan.reporting.utcOffset) : '–'}</td>
                    <td class="number">
                      {line.rowsFilled}/{line.rowsOwed}
                    </td>
                    <td class="number">{line.daysLate > 0 ? `${line.daysLate} ngày` : '–'}</td>
                    <td class="number">{line.openWarnings > 0 ? line.openWarnings : '–'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <RemindersPart {...props} />
      </div>
      {open && <ReviewPanel key={open.agency} {...props} line={open} />}
    </div>
  );
}

function toggled(chosen: Chosen, { agency, version }: StatusLine): Chosen {
  const next = new Map(chosen);
  if (!next.delete(agency)) next.set(agency, version);
  return next;
}
