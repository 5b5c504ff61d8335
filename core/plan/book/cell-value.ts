import { NO, YES } from '../../words.ts';
import { partAt } from '../checking/sound-part.ts';
import type { BookColumn } from './book-columns.ts';
import { joinList, joinPairs } from './cell-lists.ts';
import { dayOfYearText } from './day-of-year.ts';
import { typedNumberText } from './typed-number.ts';

/** What a row of the plan says in one column: a text, a number, or a day as `YYYY-MM-DD`; null where it says nothing. */
export function cellValueOf(column: BookColumn, row: unknown): string | number | null {
  const value = column.leaves.map(({ path }) => partAt(row, path)).find((one) => one !== undefined);
  if (value === undefined || value === null || value === '') return null;
  const word = (one: unknown): string => column.words?.[String(one)] ?? String(one);
  switch (column.kind) {
    case 'list':
      return Array.isArray(value) && value.length > 0 ? joinList(value.map(word)) : null;
    case 'pairs':
      return joinPairs(Object.entries(value).map(([key, one]) => [key, typeof one === 'number' ? typedNumberText(one) : String(one)]));
    case 'word':
      return word(value);
    case 'yes-no':
      return value === true ? YES : NO;
    case 'day-of-year':
      return typeof value === 'number' ? value : dayOfYearText(String(value));
    case 'number':
      return typeof value === 'number' ? value : String(value);
    default:
      return String(value);
  }
}
