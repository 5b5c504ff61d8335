import type { StatusLine } from '../../../../contract/routes/get-status.ts';
import type { AgencyId } from '../../../../core/plan/agency.ts';
import { ReportBadge } from '../../../ui/badge.tsx';
import { momentText } from '../../../ui/moment.ts';
import type { DeskProps } from '../desk-props.ts';
import { ReportRowHead } from '../review/report-row-head.tsx';
import { TickAll } from '../review/tick-all.tsx';
import type { ManyReviews } from '../review/use-many-reviews.ts';
import { WindowedTable } from '../windowing/windowed-table.tsx';

interface Props extends DeskProps {
  readonly lines: readonly StatusLine[];
  readonly many: ManyReviews;
  /** Days since the deadline; not positive before it. */
  readonly overdue: number;
}

/** An agency a line, as many as there are. */
export function StatusTable({ query, agency, go, lines, many, nameOf, overdue, periodLine, plan }: Props) {
  const isOpen = periodLine.state === 'open';
  return (
    <WindowedTable
      label="Tình hình của các đơn vị"
      class="status"
      columns={9}
      head={
        <thead>
          <tr>
            <th scope="col">
              <TickAll {...{ many, lines, isOpen }} />
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
      }
      lines={lines}
      draw={(line, attributes) => (
        <tr key={line.agency} {...attributes} aria-current={line.agency === query.donvi ? 'true' : undefined}>
          <ReportRowHead {...{ query, go, nameOf, many, line, isOpen }} />
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
      )}
    />
  );
}

/** How late a report came; of one that never came, how long it has been due. */
function lateText({ state, daysLate }: StatusLine, overdue: number): string {
  if (daysLate > 0) return `${daysLate} ngày`;
  return state === 'not-started' && overdue > 0 ? `quá hạn ${overdue} ngày` : '–';
}
