import type { SheetEdit } from '../adopting/sheet-edit.ts';
import { askedRows } from '../form/asked-rows.ts';
import type { Workbook } from '../grid.ts';
import type { SheetLayout } from '../layout.ts';
import type { AgencyId } from '../plan/agency.ts';
import type { Obligations } from '../plan/obligations.ts';
import { chooseSheet } from '../reading/choose-sheet.ts';
import { planTexts } from '../reading/plan-texts.ts';
import { sheetsOf } from '../tables/sheets-of.ts';
import type { Damage, FormRepair } from './repair.ts';
import { repairTable } from './repair-table.ts';
import { type FormRow, tableRows } from './table-rows.ts';

/** What is damaged of an agency's form, and the edits that bring it back, sheet by sheet; whose form it is the caller knows. */
export function repairForm(workbook: Workbook, obligations: Obligations, agency: AgencyId): FormRepair {
  const asked = askedRows(obligations, agency);
  const texts = planTexts(obligations, agency);
  const repairs = sheetsOf(obligations.plan).map((layout) =>
    repairSheet(workbook, layout, tableRows(obligations.plan, layout, texts, asked)),
  );
  const damages = repairs.flatMap((one) => one.damages);
  return { damages, edits: inOrder(repairs.flatMap(({ edits }) => edits)) };
}

function repairSheet(workbook: Workbook, layout: SheetLayout, rows: readonly FormRow[]): FormRepair {
  const { table } = chooseSheet(workbook, layout);
  if (!table) return { damages: [{ kind: 'table-gone', title: layout.title }], edits: [] };
  const { damages, edits } = repairTable(table, rows);
  const name = workbook.names.get(layout.definedName);
  const at = { sheet: table.grid.title, row: table.header.number, column: table.columns.id ?? 1 };
  if (name && name.sheet === at.sheet && name.row === at.row && name.column === at.column) return { damages, edits };
  const missing: Damage = { kind: 'name', sheet: at.sheet };
  return { damages: [...damages, missing], edits: [...edits, { kind: 'set-name', name: layout.definedName, ...at }] };
}

/** Tables may share a sheet: it is opened once before all of them and protected once after. What asks Excel something comes together. */
function inOrder(edits: readonly SheetEdit[]): SheetEdit[] {
  const once = (kind: 'protect' | 'unprotect') => {
    const all = edits.filter((edit) => edit.kind === kind);
    return all.filter((edit, k) => all.findIndex(({ sheet }) => sheet === edit.sheet) === k);
  };
  const conditions = edits.filter(({ kind }) => kind === 'own-conditions');
  const others = edits.filter(({ kind }) => kind !== 'protect' && kind !== 'unprotect' && kind !== 'own-conditions');
  return [...once('unprotect'), ...others, ...conditions, ...once('protect')];
}
