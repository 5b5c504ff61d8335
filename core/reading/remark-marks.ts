import type { CellMark } from '../fixing/workbook-fix.ts';
import { cellName } from '../grid.ts';
import type { RowPlace } from '../layout.ts';
import type { RowId } from '../plan/plan.ts';
import { inputsIn } from '../tables/inputs.ts';
import type { PlanRows } from '../tables/table-kind.ts';
import { TABLE_KINDS } from '../tables/table-kind.ts';

/** What was said of a report: at its rows, and of all of it. */
export interface Remarked {
  readonly remarks: Readonly<Partial<Record<RowId, { readonly text: string }>>>;
  readonly remark?: { readonly text: string };
}

/**
 * What was remarked at rows, as notes in the cells where each row's answer begins; rows that the workbook does not have are left out. In
 * the plan's order, and behind them what was remarked of the whole, in the first cell of each sheet with rows of the plan.
 */
export function remarkMarks({ remarks, remark }: Remarked, places: ReadonlyMap<RowId, RowPlace>, plan: PlanRows): readonly CellMark[] {
  const sheets = remark ? [...new Set([...places.values()].map(({ sheet }) => sheet))] : [];
  return [
    ...rowMarks(remarks, places, plan),
    ...sheets.map(
      (sheet): CellMark => ({ sheet, cell: 'A1', kind: 'warning', text: `Ý kiến khi trả lại, về cả báo cáo: ${remark?.text}` }),
    ),
  ];
}

function rowMarks(remarks: Remarked['remarks'], places: ReadonlyMap<RowId, RowPlace>, plan: PlanRows): readonly CellMark[] {
  return TABLE_KINDS.flatMap((kind) => {
    const field = inputsIn(kind).find(({ part }) => part === 'state')?.field ?? 'id';
    return plan[kind].flatMap(({ id }): readonly CellMark[] => {
      const [remark, place] = [remarks[id], places.get(id)];
      if (!remark || !place) return [];
      const cell = cellName(place.row, place.columns[field] ?? place.columns.id ?? 1);
      return [{ sheet: place.sheet, cell, kind: 'warning', text: `Ý kiến khi trả lại: ${remark.text}` }];
    });
  });
}
