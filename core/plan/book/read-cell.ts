import { dayOfSerial } from '../../day.ts';
import { formatDate } from '../../format.ts';
import type { Cell } from '../../grid.ts';
import { fifteenDigits } from '../../reading/filled-cell.ts';
import { isBlankText, matchKey, squash, toNfc } from '../../text.ts';
import { answerOf } from '../../words.ts';
import type { BookColumn } from './book-columns.ts';
import { splitList, splitPairs } from './cell-lists.ts';
import { typedDayOfYear } from './day-of-year.ts';
import { bare, defOf, type PlanLeaf } from './leaves.ts';
import { typedNumber } from './typed-number.ts';

/** The id of what a cell names, by its id or by its name. */
export type FindId = (names: NonNullable<BookColumn['names']>, text: string) => string;

/** What is in a cell, as people see it; undefined where it is blank. An error value is its own text. */
export function seenIn(cell: Cell | undefined): string | undefined {
  if (cell === undefined) return undefined;
  const { value, format, error } = cell;
  if (error !== null) return error;
  if (value === null) return undefined;
  if (typeof value === 'string') return isBlankText(value) ? undefined : toNfc(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const day = format === 'date' ? dayOfSerial(value) : null;
  if (day !== null) return formatDate(day);
  const text = String(format === 'percent' ? fifteenDigits(value * 100) : value).replace('.', ',');
  return format === 'percent' ? `${text}%` : text;
}

/** The value that a cell says for a leaf of the plan; what cannot be read stays the text it is, for the check of the plan to tell. */
export function readCell(cell: Cell | undefined, column: BookColumn, leaf: PlanLeaf, findId: FindId): unknown {
  const seen = seenIn(cell);
  if (cell === undefined || seen === undefined) return blankValue(leaf);
  const id = (text: string): string => (column.names ? findId(column.names, text) : text);
  switch (column.kind) {
    case 'number':
      return numberIn(cell) ?? seen;
    case 'yes-no':
      return answers[answerOf(seen) ?? ''] ?? seen;
    case 'word':
      return meaningOf(column, seen);
    case 'list':
      return splitList(seen).map((one) => (column.words ? meaningOf(column, one) : id(one)));
    case 'pairs':
      return pairsIn(seen, leaf);
    case 'day':
      return dayIn(cell, seen);
    case 'day-of-year':
      return cell.format !== 'date' && typeof cell.value === 'number' ? cell.value : dayOfYearIn(seen);
    case 'text':
      return column.names || leaf.path.at(-1) === 'id' ? id(squash(seen)) : seen;
  }
}

function blankValue({ blank }: PlanLeaf): unknown {
  if (blank === 'no-items') return [];
  return blank === 'no-pairs' ? {} : blank;
}

const answers: Readonly<Record<string, boolean>> = { yes: true, no: false };

function numberIn({ value, format }: Cell): number | null {
  if (typeof value === 'string') return typedNumber(value);
  if (typeof value !== 'number' || format === 'date') return null;
  return format === 'percent' ? fifteenDigits(value * 100) : value;
}

function meaningOf({ words = {} }: BookColumn, text: string): string {
  return Object.keys(words).find((value) => matchKey(words[value] ?? '') === matchKey(text)) ?? squash(text);
}

function pairsIn(text: string, { schema }: PlanLeaf): unknown {
  const pairs = splitPairs(text);
  const def = defOf(bare(schema).inner);
  const isNumber = def.type === 'record' && defOf(bare(def.valueType).inner).type === 'number';
  return pairs === null ? text : Object.fromEntries(pairs.map(([key, value]) => [key, isNumber ? (typedNumber(value) ?? value) : value]));
}

const WRITTEN_DAY = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

function dayIn({ value, format }: Cell, seen: string): string {
  const day = typeof value === 'number' && format === 'date' ? dayOfSerial(value) : null;
  if (day !== null) return day;
  const [, date, month, year] = WRITTEN_DAY.exec(squash(seen)) ?? [];
  return date && month && year ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : squash(seen);
}

/** A day of the year that the program took for a date has a year too, which says nothing. */
function dayOfYearIn(seen: string): string | number {
  const text = squash(seen).replace(/^(\d{1,2}\/\d{1,2})\/\d{4}$/, '$1');
  return typedDayOfYear(text) ?? (/^[+-]?\d{1,4}$/.test(text) ? Number(text) : text);
}
