import excel, { type Worksheet } from 'exceljs';
import { Day } from '../../core/day.ts';
import { tableIdOf } from '../../core/plan/appendix.ts';
import { cellValueOf } from '../../core/plan/book/cell-value.ts';
import { AGENCY_SHEET, PLAN_SHEET } from '../../core/plan/book/marks.ts';
import { AGENCY_COLUMNS } from '../../core/plan/book/parts.ts';
import type { ProposedAgencies } from '../../core/plan/book/proposed-agencies.ts';
import type { WrittenPlan } from '../../core/plan/checking/check-plan.ts';
import { partAt } from '../../core/plan/checking/sound-part.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { sealWorkbook } from '../style/package.ts';
import { columnWidths, sheetFrame } from './book-frame.ts';
import type { ListRanges } from './drop-downs.ts';
import { markProposal, writeList } from './write-list.ts';
import { writePlanSheet } from './write-plan-sheet.ts';
import { writeTableSheet } from './write-table-sheet.ts';

const PROGRAM = 'Phụ lục số';
/** Of a plan that does not say its day yet. */
const UNDATED = '2000-01-01';

/** As much of a plan as is written here: any JSON that has no error (`checkPlan`). */
type SoundPlan = Pick<Plan, 'id' | 'title' | 'date' | 'appendices' | 'indicators' | 'tasks'>;

/**
 * A plan and its agencies as a workbook for somebody who has never seen their files: the plan's own parts, the agencies, a sheet a table.
 * `written` must be without errors, but for rows that are proposed. The same bytes for the same plan on every machine.
 */
export async function buildPlanWorkbook(
  written: WrittenPlan,
  proposed: ReadonlySet<string> = new Set(),
  proposedAgencies: ProposedAgencies = new Map(),
): Promise<Uint8Array> {
  const plan = written.plan as SoundPlan; // the caller has checked it
  const agencies = written.agencies as readonly object[]; // likewise
  const workbook = new excel.Workbook();
  const made = new Date(`${Day.safeParse(plan.date).data ?? UNDATED}T00:00:00Z`);
  Object.assign(workbook, { creator: PROGRAM, lastModifiedBy: PROGRAM, created: made, modified: made, title: plan.title });
  const [planSheet, agencySheet] = [workbook.addWorksheet(PLAN_SHEET), workbook.addWorksheet(AGENCY_SHEET)];
  const ranges: ListRanges = new Map();
  writePlanSheet(planSheet, plan, ranges);
  agencySheetOf(agencySheet, agencies, ranges, proposedAgencies);
  for (const table of plan.appendices) {
    const rows: readonly Plan[typeof table.kind][number][] = plan[table.kind];
    const sheet = workbook.addWorksheet(table.sheet);
    writeTableSheet(sheet, { table, rows: rows.filter(({ id }) => tableIdOf(id) === table.id), ranges, proposed });
  }
  return sealWorkbook(workbook);
}

function agencySheetOf(sheet: Worksheet, agencies: readonly object[], ranges: ListRanges, proposed: ProposedAgencies): void {
  sheet.addRow(['Đơn vị: mỗi dòng một đơn vị. Trỏ vào tên cột để xem cách ghi.']);
  const header = 2;
  const last = writeList(sheet, {
    header,
    columns: AGENCY_COLUMNS,
    rows: agencies.map((one) => AGENCY_COLUMNS.map((column) => cellValueOf(column, one))),
    ranges,
  });
  agencies.forEach((one, k) => {
    const members = proposed.get(String(partAt(one, ['id'])));
    AGENCY_COLUMNS.forEach(({ leaves: [{ path }] }, at) => {
      if (members?.includes(String(path[0]))) markProposal(sheet.getCell(header + 1 + k, at + 1));
    });
  });
  ranges.set('agencies', { sheet: sheet.name, from: header + 1, to: last });
  columnWidths(sheet, AGENCY_COLUMNS);
  sheetFrame(sheet, { header, columns: AGENCY_COLUMNS.length, last });
}
