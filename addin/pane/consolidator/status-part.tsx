import { useRef, useState } from 'preact/hooks';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { Badge, ReportBadge } from '../../ui/badge.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { counted } from '../../ui/counted.ts';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { LiveRegion } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { filterOf, STATUS_FILTERS } from '../../ui/report-filters.ts';
import { agencyTerms, meeting } from '../../ui/search.ts';
import { useAtOnce } from '../../ui/use-at-once.ts';
import type { PeriodView } from './period-view.ts';

interface Props {
  readonly view: PeriodView;
  /** The agency whose report was just shut: its place in the list takes the focus back. */
  readonly lastOpen: AgencyId | null;
  readonly onOpen: (agency: AgencyId) => void;
}

/** Who has sent and who has not; one agency is opened from here. */
export function StatusPart({ view: { agency, matrix, nameOf, status }, lastOpen, onOpen }: Props) {
  const [chosen, setChosen] = useState('');
  const [typed, setTyped] = useState('');
  const [copied, setCopied] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  useAtOnce(() => {
    if (lastOpen !== null) list.current?.querySelector<HTMLElement>(`[data-agency="${lastOpen}"]`)?.focus();
  }, [lastOpen]);
  const filter = filterOf(STATUS_FILTERS, chosen);
  const meets = meeting(typed) ?? (() => true);
  const lines = status.filter((line) => filter.holds(line) && meets(agencyTerms(line.agency, agency.get(line.agency))));
  const missing = status.filter(({ state }) => state === 'not-started').map((line) => nameOf(line.agency));
  return (
    <section aria-labelledby="who-has-sent">
      <h2 id="who-has-sent">Tình hình báo cáo</h2>
      <p>
        Đã nhận{' '}
        <b>
          {matrix.agencies.received}/{matrix.agencies.obliged}
        </b>{' '}
        · muộn {status.filter(({ daysLate }) => daysLate > 0).length} · trả lại {status.filter(({ state }) => state === 'returned').length}
      </p>
      <FilterSelect filters={STATUS_FILTERS} chosen={filter} of={status} onChoose={setChosen} />
      <label>
        Tìm đơn vị
        <input type="search" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
      </label>
      <LiveRegion text={`${lines.length} đơn vị`} />
      {lines.length === 0 ? (
        <p>Không có đơn vị nào theo bộ lọc này.</p>
      ) : (
        <ul class="agencies" ref={list} aria-label="Các đơn vị">
          {lines.map(({ agency, daysLate, rowsFilled, rowsOwed, state, warnings }) => (
            <li key={agency}>
              <button type="button" data-agency={agency} onClick={() => onOpen(agency)}>
                <span class="who">{nameOf(agency)}</span>
                <span>
                  <ReportBadge state={state} /> {daysLate > 0 && <Badge tone="below" sign="▲" word={`muộn ${daysLate} ngày`} />}
                </span>
                <span class="quiet">
                  {rowsFilled}/{rowsOwed} dòng{warnings > 0 && ` · ${warnings} cảnh báo`}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <button
        type="button"
        disabled={missing.length === 0}
        onClick={async () => {
          const done = await copyText(missing.join('\n'));
          setCopied(
            done
              ? `Đã chép tên ${missing.length} đơn vị.`
              : 'Excel không cho chép tại đây. Chép ở trang dành cho cơ quan tổng hợp, mục Tình hình báo cáo.',
          );
        }}
      >
        Chép tên {counted(missing.length, 'đơn vị chưa gửi')}
      </button>
      {copied && <Notice kind="info">{copied}</Notice>}
    </section>
  );
}
