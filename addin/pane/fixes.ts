import { areaOfAddress } from '../../core/address.ts';
import type { SheetEdit } from '../../core/adopting/sheet-edit.ts';
import type { Fix } from '../../core/fixing/fix.ts';
import type { CellChange } from '../../core/fixing/workbook-fix.ts';
import { offerOf } from '../../core/wording/fixes.ts';
import type { CellWrite } from '../excel/port.ts';

/** A fix that one click makes: what it offers, how its cells are to show their numbers, what it writes. */
export interface ClickFix {
  readonly offer: string;
  readonly formats: readonly SheetEdit[];
  readonly writes: readonly CellWrite[];
}

/** The fixes of which every cell has a place in the workbook. */
export function clickFixes(fixes: readonly Fix[]): ClickFix[] {
  return fixes.flatMap((fix) => {
    const writes = fix.changes.map(writeOf);
    return writes.every((one) => one !== null) ? [{ offer: offerOf(fix), formats: fix.changes.flatMap(formatOf), writes }] : [];
  });
}

/** What a change writes into the workbook; null where its cell is none. */
export function writeOf({ sheet, cell, value }: CellChange): CellWrite | null {
  const area = areaOfAddress(cell);
  return area && { sheet, row: area.top, column: area.left, value };
}

/** A plain number keeps the cell's own format; a rate or a day would be read as something else without one. */
function formatOf({ sheet, cell, value, format }: CellChange): SheetEdit[] {
  const area = areaOfAddress(cell);
  if (!area || typeof value !== 'number' || format === 'plain') return [];
  const code = format === 'date' ? 'dd/mm/yyyy' : Number.isInteger(Math.round(value * 1e8) / 1e6) ? '0%' : '0.00%';
  return [{ kind: 'number-format', sheet, areas: [area], format: code }];
}
