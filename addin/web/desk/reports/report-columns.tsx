import type { ComponentChildren } from 'preact';
import type { StatusLine } from '../../../../contract/routes/get-status.ts';
import type { ReviewLine } from '../../../../contract/routes/list-reviews.ts';
import type { AgencyId } from '../../../../core/plan/agency.ts';
import { ReportBadge } from '../../../ui/badge.tsx';
import { momentText } from '../../../ui/moment.ts';
import type { DeskProps } from '../desk-props.ts';

/** A column of a list of reports: all that its table knows of it. */
export interface ReportColumn<Line> {
  readonly title: string;
  /** `aside` gives way to a report that is open beside the list. */
  readonly look?: 'number' | 'aside' | 'number aside';
  readonly cell: (line: Line, desk: DeskProps) => ComponentChildren;
}

/** What the lines of every list say. */
type AnyLine = Pick<StatusLine & ReviewLine, 'state' | 'version' | 'at' | 'warnings'>;

const NONE = '–';
const version = ({ version }: AnyLine): ComponentChildren => version ?? NONE;
const warnings = ({ warnings }: AnyLine): ComponentChildren => warnings || NONE;
const moment = ({ at }: AnyLine, { plan }: DeskProps): ComponentChildren => (at ? momentText(at, plan.reporting.utcOffset) : NONE);

/** Of all agencies' reports; `overdue`: days since the deadline, not positive before it. */
export const statusColumns = (overdue: number): readonly ReportColumn<StatusLine>[] => [
  {
    title: 'Tình trạng',
    cell: ({ state, remarks }) => (
      <>
        <ReportBadge state={state} />
        {remarks > 0 && <span class="quiet"> {remarks} ý kiến</span>}
      </>
    ),
  },
  { title: 'Lần nộp', look: 'number', cell: version },
  { title: 'Lúc', look: 'number', cell: moment },
  { title: 'Người gửi', look: 'aside', cell: ({ by }, { agency }) => (by ? (agency.get(by as AgencyId)?.shortName ?? by) : NONE) },
  { title: 'Dòng đã điền', look: 'number', cell: ({ rowsFilled, rowsOwed }) => `${rowsFilled}/${rowsOwed}` },
  { title: 'Muộn', look: 'number', cell: (line) => lateText(line, overdue) },
  { title: 'Số cảnh báo', look: 'number', cell: warnings },
  { title: 'Chờ giải trình', look: 'number', cell: ({ openWarnings }) => openWarnings || NONE },
];

/** Of the reports on a lead's rows. */
export const LEAD_COLUMNS: readonly ReportColumn<ReviewLine>[] = [
  { title: 'Tình trạng', cell: ({ state }) => <ReportBadge state={state} /> },
  { title: 'Dòng đã báo cáo', look: 'number', cell: ({ rowsFilled, rowsOwed }) => `${rowsFilled}/${rowsOwed}` },
  {
    title: 'Dòng đã chấp nhận',
    look: 'number',
    cell: ({ rowsAccepted, rowsSaid }) => (rowsSaid > 0 ? `${rowsAccepted}/${rowsSaid}` : NONE),
  },
  { title: 'Số cảnh báo', look: 'number', cell: warnings },
  { title: 'Lần nộp', look: 'number aside', cell: version },
  { title: 'Lúc', look: 'number aside', cell: moment },
];

/** How late a report came; of one that never came, how long it has been due. */
function lateText({ state, daysLate }: StatusLine, overdue: number): string {
  if (daysLate > 0) return `${daysLate} ngày`;
  return state === 'not-started' && overdue > 0 ? `quá hạn ${overdue} ngày` : NONE;
}
