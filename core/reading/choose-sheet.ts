import { type Finding, finding } from '../findings/finding.ts';
import { cellName, type Workbook } from '../grid.ts';
import type { SheetLayout } from '../layout.ts';
import { columnMissing, columnTwice, lockedColumnMissing } from '../rules/columns.ts';
import { sheetAmbiguous, sheetCopy, sheetMissing } from '../rules/sheets.ts';
import { matchKey } from '../text.ts';
import { findTable, holdsOwnRows, type PlanTable } from './plan-table.ts';

/**
 * The sheet that counts: the one that the defined name points at; without the name the only one with the table, or the one that
 * still has the form's title. Copies are named and passed over; between alike sheets nothing is guessed.
 */
export function chooseSheet(workbook: Workbook, layout: SheetLayout): { table: PlanTable | null; findings: Finding[] } {
  const all = workbook.grids.map((grid) => findTable(grid, layout)).filter((table) => table !== null);
  const own = all.filter(holdsOwnRows);
  const tables = own.length > 0 ? own : all;
  const titled = (title: string | undefined) => tables.find(({ grid }) => title !== undefined && matchKey(grid.title) === matchKey(title));
  const chosen = titled(workbook.names.get(layout.definedName)?.sheet) ?? (tables.length === 1 ? tables[0] : titled(layout.title));
  if (tables.length === 0) return { table: null, findings: [finding(sheetMissing, { title: layout.title })] };
  if (!chosen) return { table: null, findings: [finding(sheetAmbiguous, { titles: tables.map(({ grid }) => grid.title) })] };
  const copies = own.filter((table) => table !== chosen); // what holds no row of it may be another table of the plan
  return {
    table: chosen,
    findings: [
      ...copies.map(({ grid }) => finding(sheetCopy, { counted: chosen.grid.title }, { sheet: grid.title })),
      ...columnFindings(chosen),
    ],
  };
}

function columnFindings({ grid, header: headerRow, missing, twice }: PlanTable): Finding[] {
  const at = { sheet: grid.title, cell: cellName(headerRow.number, 1) };
  const needed = (role: string) => role === 'key' || role === 'input';
  return [
    ...missing.map(({ header, role }) =>
      needed(role) ? finding(columnMissing, { header }, at) : finding(lockedColumnMissing, { header }, at),
    ),
    ...twice.filter(({ role }) => needed(role)).map(({ header }) => finding(columnTwice, { header }, at)),
  ];
}
