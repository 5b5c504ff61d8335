import { areaOfAddress } from '../../core/address.ts';
import { dayOfSerial } from '../../core/day.ts';
import type { Fix } from '../../core/fixing/fix.ts';
import type { CellChange } from '../../core/fixing/workbook-fix.ts';
import { formatDate, formatPercentNumber } from '../../core/format.ts';
import { cellAt, type Workbook } from '../../core/grid.ts';
import type { NumberKind } from '../../core/number-format.ts';
import { offerOf } from '../../core/wording/fixes.ts';
import type { CellWrite } from '../excel/port.ts';

/** A fix that one click makes: what it offers, what it writes. */
export interface ClickFix {
  readonly offer: string;
  readonly writes: readonly CellWrite[];
}

/** The fixes of which every cell has a place in the workbook. */
export function clickFixes(fixes: readonly Fix[], workbook: Pick<Workbook, 'grids'>): ClickFix[] {
  return fixes.flatMap((fix) => {
    const writes = fix.changes.map((change) => writeOf(change, workbook));
    return writes.every((one) => one !== null) ? [{ offer: offerOf(fix), writes }] : [];
  });
}

/**
 * What a change writes into the workbook; null where its cell is none. A number format is set only where the cell has another one: a
 * protected sheet refuses it of every cell, and then what reads the same without it is written.
 */
export function writeOf({ sheet, cell, value, format }: CellChange, { grids }: Pick<Workbook, 'grids'>): CellWrite | null {
  const area = areaOfAddress(cell);
  if (!area) return null;
  const write = { sheet, row: area.top, column: area.left, value };
  const row = grids.find(({ title }) => title === sheet)?.rows.find(({ number }) => number === area.top);
  const there = row && cellAt(row, area.left)?.format;
  if (typeof value !== 'number' || there === undefined || there === format) return write;
  return { ...write, shown: { format: codeOf(format, value), instead: insteadOf(format, value, there) } };
}

const codeOf = (format: NumberKind, value: number): string => {
  if (format === 'plain') return 'General';
  if (format === 'date') return 'dd/mm/yyyy';
  return Number.isInteger(Math.round(value * 1e8) / 1e6) ? '0%' : '0.00%';
};

/** What reads as the same number in a cell that keeps its own format: 40 for 40 % where that is plain, else a text with its sign. */
function insteadOf(format: NumberKind, value: number, there: NumberKind): string | number {
  if (format === 'plain') return String(value).replace('.', ',');
  if (format === 'date') return formatDate(dayOfSerial(value) ?? '');
  const percent = Math.round(value * 1e8) / 1e6;
  return there === 'plain' && percent > 1 ? percent : formatPercentNumber(percent);
}
