import { useState } from 'preact/hooks';
import type { ReviewLine } from '../../../../contract/routes/list-reviews.ts';
import { XLSX } from '../../../../core/media-types.ts';
import { ActOutcome } from '../../../ui/act-outcome.tsx';
import { ReportBadge } from '../../../ui/badge.tsx';
import { momentText } from '../../../ui/moment.ts';
import { Opening } from '../../../ui/opening.tsx';
import { meeting } from '../../../ui/search.ts';
import { useAct } from '../../../ui/use-act.ts';
import { useAsked } from '../../../ui/use-asked.ts';
import type { DeskProps } from '../desk-props.ts';
import { DownloadButton } from '../download-button.tsx';
import { GroupFilter, inGroup } from '../group-filter.tsx';
import { usePrevious } from '../use-previous.ts';
import { WindowedTable } from '../windowing/windowed-table.tsx';
import { LEAD_FILTERS, waitsForReview } from './lead-filters.ts';
import { ManyDecisions } from './many-decisions.tsx';
import { ReportRowHead } from './report-row-head.tsx';
import { ReviewPanel } from './review-panel.tsx';
import { TickAll } from './tick-all.tsx';
import { isDecidable, useManyReviews } from './use-many-reviews.ts';
import { useWalk } from './use-walk.ts';

/** What a lead reviews: each other agency that owes one of its rows, and that agency's report beside the list. */
export function LeadTab(props: DeskProps) {
  const { query, agency, api, go, matrix, me, nameOf, period, periodLine, plan } = props;
  const [turn, setTurn] = useState(0);
  // The matrix tells of every new report.
  const asked = useAsked(() => api.reviews(period), [api, period, matrix, turn]);
  const reload = async (): Promise<void> => {
    setTurn((before) => before + 1);
    await props.reload();
  };
  const act = useAct();
  const many = useManyReviews({ ...props, reload });
  const all = asked.value?.value.agencies ?? NOTHING;
  const filter = LEAD_FILTERS.find(({ id }) => id === query.trangthai) ?? LEAD_FILTERS[0];
  const meets = meeting(query.tim ?? '') ?? (() => true);
  const isShown = inGroup(plan, query.khoi);
  const lines = all.filter((line) => filter.holds(line) && isShown(agency.get(line.agency)) && meets(nameOf(line.agency)));
  const decidable = lines.filter((line) => many.chosen.has(line.agency) && isDecidable(line) && line.state !== 'accepted');
  const open = all.find((line) => line.agency === query.donvi);
  const walk = useWalk(
    lines.map((line) => line.agency),
    open?.agency,
  );
  const { previous } = usePrevious(props, open !== undefined);
  const left = all.filter(waitsForReview).length;
  const isOpen = periodLine.state === 'open';
  if (!asked.value) return <Opening what="Đang lấy danh sách báo cáo" asking={asked} />;
  return (
    <div class={open ? 'side-by-side open' : 'side-by-side'}>
      <div>
        <h2 class="visually-hidden">Thẩm định các dòng do cơ quan mình chủ trì</h2>
        {(asked.refused ?? asked.setback) && <Opening what="Đang lấy danh sách báo cáo" asking={asked} />}
        <search class="filters">
          <label>
            Tình trạng
            <select value={filter.id} onChange={(event) => go({ trangthai: event.currentTarget.value || null })}>
              {LEAD_FILTERS.map(({ id, word, holds }) => (
                <option key={id} value={id}>
                  {word} ({all.filter(holds).length})
                </option>
              ))}
            </select>
          </label>
          <GroupFilter query={query} go={go} plan={plan} />
          <label>
            Tìm đơn vị
            <input type="search" value={query.tim ?? ''} onInput={(event) => go({ tim: event.currentTarget.value }, 'replace')} />
          </label>
          <p class="quiet count" role="status">
            {lines.length} đơn vị, {lines.filter(({ rowsSaid }) => rowsSaid > 0).length} đã báo cáo; còn {left} chờ thẩm định
          </p>
          <DownloadButton
            file={{ name: `dong-chu-tri-${period}.xlsx`, title: 'Tải các dòng chủ trì (.xlsx)', ask: () => api.matrixFile(period, XLSX) }}
            act={act}
            isMain={false}
          />
        </search>
        <ActOutcome act={act} />
        <ManyDecisions {...{ many, plan, decidable }} acceptable={decidable.filter(waitsForReview)} rows={me.leads} />
        {lines.length === 0 ? (
          <p>Không có đơn vị nào theo bộ lọc này.</p>
        ) : (
          <WindowedTable
            label="Các đơn vị"
            class="status"
            columns={7}
            head={
              <thead>
                <tr>
                  <th scope="col">
                    <TickAll {...{ many, lines, isOpen }} />
                  </th>
                  <th scope="col">Đơn vị</th>
                  <th scope="col">Tình trạng</th>
                  <th scope="col" class="number">
                    Dòng đã báo cáo
                  </th>
                  <th scope="col" class="number">
                    Dòng đã chấp nhận
                  </th>
                  <th scope="col" class="number aside">
                    Lần nộp
                  </th>
                  <th scope="col" class="number aside">
                    Lúc
                  </th>
                </tr>
              </thead>
            }
            lines={lines}
            draw={(line, attributes) => (
              <tr key={line.agency} {...attributes} aria-current={line.agency === query.donvi ? 'true' : undefined}>
                <ReportRowHead {...{ query, go, nameOf, many, line, isOpen }} />
                <td>
                  <ReportBadge state={line.state} />
                </td>
                <td class="number">
                  {line.rowsSaid}/{line.rowsOwed}
                </td>
                <td class="number">{line.rowsSaid > 0 ? `${line.rowsAccepted}/${line.rowsSaid}` : '–'}</td>
                <td class="number aside">{line.version ?? '–'}</td>
                <td class="number aside">{line.at ? momentText(line.at, plan.reporting.utcOffset) : '–'}</td>
              </tr>
            )}
          />
        )}
      </div>
      {open && <ReviewPanel key={open.agency} {...props} {...{ reload, previous, walk, left }} subject={open} />}
    </div>
  );
}

const NOTHING: readonly ReviewLine[] = [];
