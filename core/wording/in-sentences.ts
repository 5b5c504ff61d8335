import type { RowId } from '../plan/plan.ts';
import { citedAs } from './names.ts';

/** Words one after the other, each in quotes. */
export const quotedList = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ');

/** A number as it was typed or stored, with a decimal comma. */
export const withComma = (value: number): string => String(value).replace('.', ',');

/** The row of a finding as officials cite it; '' where it is of none. */
export const citedRow = (row: RowId | null): string => (row === null ? '' : citedAs(row));
