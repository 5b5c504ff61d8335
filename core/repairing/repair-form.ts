import type { SheetEdit } from '../adopting/sheet-edit.ts';
import { askedRows } from '../form/asked-rows.ts';
import type { Workbook } from '../grid.ts';
import { type SheetLayout, TASK_SHEET } from '../layout.ts';
import type { AgencyId } from '../plan/agency.ts';
import type { Obligations } from '../plan/obligations.ts';
import { chooseSheet } from '../reading/choose-sheet.ts';
import { planTexts } from '../reading/plan-texts.ts';
import { indicatorSheetOf } from '../tables/sheet-of.ts';
import type { Damage, FormRepair } from './repair.ts';
import { repairTable } from './repair-table.ts';
import { indicatorRows, taskRows } from './table-rows.ts';

/** What is damaged of an agency's form, and the edits that bring it back, sheet by sheet; whose form it is the caller knows. */
export function repairForm(workbook: Workbook, obligations: Obligations, agency: AgencyId): FormRepair {
  const asked = askedRows(obligations, agency);
  const texts = planTexts(obligations, agency);
  const repairs = [
    repairSheet(workbook, indicatorSheetOf(obligations.plan), (table) =>
      repairTable(table, indicatorRows(obligations.plan, texts.indicators, asked)),
    ),
    repairSheet(workbook, TASK_SHEET, (table) => repairTable(table, taskRows(obligations.plan, texts.tasks, asked))),
  ];
  const damages = repairs.flatMap((one) => one.damages);
  return { damages, edits: inOrder(repairs.flatMap(({ edits }) => edits)) };
}

function repairSheet<F extends SheetLayout['columns'][number]['field']>(
  workbook: Workbook,
  layout: SheetLayout<F>,
  repair: (table: NonNullable<ReturnType<typeof chooseSheet<F>>['table']>) => FormRepair,
): FormRepair {
  const { table } = chooseSheet(workbook, layout);
  if (!table) return { damages: [{ kind: 'table-gone', title: layout.title }], edits: [] };
  const { damages, edits } = repair(table);
  const name = workbook.names.get(layout.definedName);
  const at = { sheet: table.grid.title, row: table.header.number, column: table.columns['id' as F] ?? 1 }; // every layout has the field id
  if (name && name.sheet === at.sheet && name.row === at.row && name.column === at.column) return { damages, edits };
  const missing: Damage = { kind: 'name', sheet: at.sheet };
  return { damages: [...damages, missing], edits: [...edits, { kind: 'set-name', name: layout.definedName, ...at }] };
}

/** Two tables may share a sheet: it is opened once before both and protected once after. */
function inOrder(edits: readonly SheetEdit[]): SheetEdit[] {
  const once = (kind: 'protect' | 'unprotect') => {
    const all = edits.filter((edit) => edit.kind === kind);
    return all.filter((edit, k) => all.findIndex(({ sheet }) => sheet === edit.sheet) === k);
  };
  return [...once('unprotect'), ...edits.filter(({ kind }) => kind !== 'protect' && kind !== 'unprotect'), ...once('protect')];
}
