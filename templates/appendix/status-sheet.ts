import { formatDate } from '../../core/format.ts';
import { OWN_SHEETS } from '../../core/own-sheets.ts';
import { deadlineOf } from '../../core/plan/plan-periods.ts';
import type { Row } from '../../xlsx/write/cell.ts';
import type { SheetToWrite } from '../../xlsx/write/sheet.ts';
import { AGENCY_STATE_WORDS, type AgencyState, type AgencyStatus, agencyStatuses } from './agency-status.ts';
import type { AppendixRequest } from './appendix-request.ts';
import { type Column, cell, headerRow, itemRow, lettersOf, widthsOf } from './columns.ts';
import { bySign } from './highlights.ts';
import { LOOK } from './looks.ts';
import { serialOf } from './moment.ts';
import { paperOf } from './paper.ts';
import { pageFooter, workingHeading } from './working-heading.ts';

const STATUS_TITLE = OWN_SHEETS.status;
/** The label of a sum, and the column where its number stands. */
const SUM_LABEL = 2;

/** Who has sent, when, and how complete it is: one row an agency, those that are missing first. */
export function statusSheet(request: AppendixRequest): SheetToWrite {
  const statuses = agencyStatuses(request);
  const columns = columnsOf(request, statuses);
  const { plan, period } = request.obligations;
  const widths = widthsOf(columns);
  const heading = workingHeading('TÌNH HÌNH BÁO CÁO', request, { notes: [`Hạn gửi: ${formatDate(deadlineOf(plan, period))}.`], widths });
  const sums: readonly (readonly [string, AgencyState | null])[] = [
    ['Tổng số đơn vị', null],
    ...(['received', 'faulty', 'missing'] as const).map((state) => [AGENCY_STATE_WORDS[state].slice(2), state] as const),
  ];
  const header = heading.rows.length + sums.length + 1;
  const last = header + statuses.length;
  const states = `$${lettersOf(columns, 'state')}$${header + 1}:$${lettersOf(columns, 'state')}$${last}`;
  const sumRows = sums.map(([label, state]): Row => {
    const formula = state ? `COUNTIF(${states},"${AGENCY_STATE_WORDS[state]}")` : `ROWS(${states})`;
    const result = state ? statuses.filter((status) => status.state === state).length : statuses.length;
    return { height: 16, cells: [...Array<null>(SUM_LABEL).fill(null), cell(label, LOOK.sumLabel), cell({ formula, result }, LOOK.sum)] };
  });
  return {
    title: STATUS_TITLE,
    widths,
    rows: [...heading.rows, ...sumRows, headerRow(columns), ...statuses.map((status, k) => itemRow(columns, status, header + 1 + k))],
    merges: heading.merges,
    conditionalFormats: [bySign(lettersOf(columns, 'state'), { first: header + 1, last })],
    frozen: { rows: header, columns: 3 },
    filter: `A${header}:${lettersOf(columns, 'note')}${last}`,
    paper: paperOf({ widths, lastRow: last, header, foot: pageFooter(request, STATUS_TITLE) }),
  };
}

function columnsOf({ obligations }: AppendixRequest, statuses: readonly AgencyStatus[]): Column<AgencyStatus>[] {
  const { utcOffset } = obligations.plan.reporting;
  const numbers = new Map(statuses.map(({ agency }, k) => [agency.id, k + 1]));
  return [
    { key: 'tt', header: 'TT', width: 5.5, cell: ({ agency }) => cell(numbers.get(agency.id) ?? null, LOOK.centred) },
    { key: 'id', header: 'Mã đơn vị', width: 11, cell: ({ agency }) => cell(agency.id, LOOK.line) },
    { key: 'name', header: 'Đơn vị', width: 42, cell: ({ agency }) => cell(agency.name) },
    { key: 'state', header: 'Tình trạng', width: 19, cell: ({ state }) => cell(AGENCY_STATE_WORDS[state], LOOK.word) },
    { key: 'at', header: 'Thời điểm', width: 16, cell: ({ at }) => cell(at ? serialOf(at, utcOffset) : null, LOOK.time) },
    { key: 'indicators', header: 'Chỉ tiêu đã điền', width: 9, cell: ({ indicators }) => cell(indicators.filled, LOOK.number) },
    { key: 'indicators-owed', header: 'Chỉ tiêu phải điền', width: 9, cell: ({ indicators }) => cell(indicators.owed, LOOK.number) },
    { key: 'tasks', header: 'Nhiệm vụ đã điền', width: 9, cell: ({ tasks }) => cell(tasks.filled, LOOK.number) },
    { key: 'tasks-owed', header: 'Nhiệm vụ phải điền', width: 9, cell: ({ tasks }) => cell(tasks.owed, LOOK.number) },
    { key: 'errors', header: 'Lỗi', width: 7, cell: (status) => cell(problemsIn(status, 'errors'), LOOK.number) },
    { key: 'warnings', header: 'Cảnh báo', width: 7.5, cell: (status) => cell(problemsIn(status, 'warnings'), LOOK.number) },
    { key: 'note', header: 'Ghi chú', width: 26, cell: ({ note }) => cell(note || null) },
  ];
}

/** Nothing is said of a workbook that nobody has seen. */
const problemsIn = ({ state, problems }: AgencyStatus, kind: 'errors' | 'warnings'): number | null =>
  problems?.[kind] ?? (state === 'missing' ? null : 0);
