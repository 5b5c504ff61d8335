import type { Day } from '../day.ts';
import { serialOfDay } from '../day.ts';
import type { FormValue } from '../form/row-values.ts';
import type { Cell } from '../grid.ts';
import type { NumberKind } from '../number-format.ts';
import type { CellOutcome } from '../reading/cell-outcome.ts';
import { decimalOfText } from '../reading/decimal-text.ts';
import { type FilledCell, fifteenDigits } from '../reading/filled-cell.ts';
import type { InputColumn } from '../tables/column.ts';
import type { FieldValue } from '../tables/value-kind.ts';

/** How a field of a row is read. */
export type ReadField = (cell: FilledCell) => CellOutcome<FieldValue>;

type CellContent = Pick<FilledCell, 'value' | 'format'>;

/**
 * The cell of the form that a typed text comes to: the value that it says in one way alone, as a spreadsheet program would hold it; else
 * a number, where it is one to a Vietnamese eye ("1.234,5", "12,5 %"); else the text as it stands, about which its reader has something to
 * say.
 */
export function typedCell(
  text: string,
  { column, format, valueKind }: Pick<InputColumn, 'format' | 'valueKind'> & { readonly column: number },
  read: ReadField,
): Cell {
  const cellOf = (content: CellContent): FilledCell => ({ column, error: null, formula: false, ...content });
  const asText = cellOf({ value: text, format: 'plain' });
  if (valueKind.isFreeText) return asText;
  const said = read(asText);
  const number = said.kind === 'unread' ? numberTyped(text) : null;
  const numbered = number && cellOf(number);
  const outcome = numbered ? read(numbered) : said;
  if (outcome.kind !== 'value') return numbered && !saysTheSame(outcome, said) ? numbered : asText;
  return cellOf(contentOf(valueKind.cellValue(outcome.value), formatKind(format)));
}

/** Whether both refuse for one reason: then the text says it of what was typed, and not of what a program would make of that (1,5 of 150%). */
const saysTheSame = (one: CellOutcome<FieldValue>, other: CellOutcome<FieldValue>): boolean =>
  one.kind === 'unread' && other.kind === 'unread' && one.note({}).rule === other.note({}).rule;

/** What a program in Vietnamese takes for a number when it is typed: 0,125 shown as a percentage for "12,5 %". */
function numberTyped(text: string): CellContent | null {
  const whole = text.trim();
  const isPercent = /[%\uff05]$/u.test(whole);
  const number = decimalOfText(isPercent ? whole.slice(0, -1).trimEnd() : whole);
  if (number === null) return null;
  return isPercent ? { value: fifteenDigits(number / 100), format: 'percent' } : { value: number, format: 'plain' };
}

/** How a number of a column is shown. */
export const formatKind = (format: InputColumn['format']): NumberKind => (format.includes('%') ? 'percent' : 'plain');

/** What a cell of that format holds for a value. */
function contentOf(value: FormValue, format: NumberKind): CellContent {
  if (value instanceof Date) return { value: serialOfDay(value.toISOString().slice(0, 10) as Day), format: 'date' }; // an ISO string begins with a day
  return { value: value ?? '', format: typeof value === 'number' ? format : 'plain' };
}
