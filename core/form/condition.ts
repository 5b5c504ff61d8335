import type { Field } from '../layout.ts';
import { holdsLink, withoutTail } from '../text.ts';
import type { FormValue, RowValues } from './row-values.ts';

/** Name of a field's cell in the row at hand: "I12". */
export type CellOf = (field: Field) => string;

/**
 * Something that may hold of a row, said twice: as a formula that Excel 2010, WPS and LibreOffice calculate alike in every locale,
 * and for the same values here.
 */
export interface Condition {
  readonly formula: (cell: CellOf) => string;
  readonly holds: (values: RowValues) => boolean;
}

/** What TRIM makes of a cell. Dates are numbers to a formula; any text of them will do, it is never compared. */
const trimmed = (value: FormValue | undefined): string =>
  withoutTail(
    String(value instanceof Date ? value.getTime() : (value ?? ''))
      .replace(/ +/g, ' ')
      .replace(/^ /, ''),
    / /,
  );
const quoted = (word: string): string => `"${word.replaceAll('"', '""')}"`;
/** Formulas compare 15 significant digits. */
const asCompared = (value: number): number => Number(value.toPrecision(15));
const numberOf = (value: FormValue | undefined): number => (typeof value === 'number' ? asCompared(value) : 0);
const joined = (cell: CellOf, fields: readonly Field[]): string => fields.map(cell).join('&');

/** None of the cells holds anything but blanks. */
export const blank = (...fields: Field[]): Condition => ({
  formula: (cell) => `TRIM(${joined(cell, fields)})=""`,
  holds: (values) => fields.every((field) => trimmed(values[field]) === ''),
});

export const filled = (...fields: Field[]): Condition => ({
  formula: (cell) => `TRIM(${joined(cell, fields)})<>""`,
  holds: (values) => fields.some((field) => trimmed(values[field]) !== ''),
});

/** The cell says this word; case does not count. */
export const says = (field: Field, word: string): Condition => ({
  formula: (cell) => `TRIM(${cell(field)})=${quoted(word)}`,
  holds: (values) => trimmed(values[field]).toLowerCase() === word.toLowerCase(),
});

/** The cell is filled with something that is none of these words. */
export const saysNoneOf = (field: Field, words: readonly string[]): Condition => ({
  // a blank cell looks for "||", which the list begins with; SEARCH passes over case, FIND does not
  formula: (cell) => `ISERROR(SEARCH("|"&TRIM(${cell(field)})&"|",${quoted(`||${words.join('|')}|`)}))`,
  holds: (values) => filled(field).holds(values) && !words.some((word) => says(field, word).holds(values)),
});

/** The cell is filled with something else than a whole number from 0. */
export const noCount = (field: Field): Condition => ({
  formula: (cell) => numberWhere(cell(field), (at) => `OR(${at}<0,${at}<>ROUND(${at},0))`),
  holds: (values) => wrongNumber(values[field], (value) => value < 0 || value !== asCompared(Math.round(value))),
});

/** The cell is filled with something else than a number from 0 to 1. */
export const noPart = (field: Field): Condition => ({
  formula: (cell) => numberWhere(cell(field), (at) => `OR(${at}<0,${at}>1)`),
  holds: (values) => wrongNumber(values[field], (value) => value < 0 || value > 1),
});

/** The cell is filled with something that is no number; a date is one. */
export const noNumber = (field: Field): Condition => ({
  formula: (cell) => `AND(TRIM(${cell(field)})<>"",NOT(ISNUMBER(${cell(field)})))`,
  holds: (values) => wrongNumber(values[field], () => false),
});

/** The cell is filled with something else than one digit of these. */
export const noDigitOf = (field: Field, digits: string): Condition => ({
  formula: (cell) => `AND(TRIM(${cell(field)})<>"",OR(LEN(TRIM(${cell(field)}))<>1,ISERROR(FIND(TRIM(${cell(field)}),"${digits}"))))`,
  holds: (values) => {
    const text = trimmed(values[field]);
    return text !== '' && !(text.length === 1 && digits.includes(text));
  },
});

/** The cell holds no web address. */
export const noLink = (field: Field): Condition => ({
  formula: (cell) => `ISERROR(SEARCH("://",SUBSTITUTE(${cell(field)},"www.","://")))`,
  holds: (values) => !holdsLink(trimmed(values[field])),
});

/** At least one of the cells is a number other than 0. */
export const notZero = (...fields: Field[]): Condition => ({
  formula: (cell) =>
    (fields.length === 1 ? '' : 'OR(') + fields.map((field) => `N(${cell(field)})<>0`).join(',') + (fields.length === 1 ? '' : ')'),
  holds: (values) => fields.some((field) => numberOf(values[field]) !== 0),
});

/** The cell is 0. A blank one is too: ask whether it is filled first. */
export const zero = (field: Field): Condition => ({
  formula: (cell) => `${cell(field)}=0`,
  holds: (values) => trimmed(values[field]) === '' || values[field] === 0,
});

/** The first number is greater than the second. Text is above every number: ask whether they are counts first. */
export const above = (field: Field, other: Field): Condition => ({
  formula: (cell) => `${cell(field)}>${cell(other)}`,
  holds: (values) => numberOf(values[field]) > numberOf(values[other]),
});

export const all = (...conditions: Condition[]): Condition => ({
  formula: (cell) => `AND(${conditions.map(({ formula }) => formula(cell)).join(',')})`,
  holds: (values) => conditions.every(({ holds }) => holds(values)),
});

export const any = (...conditions: Condition[]): Condition => ({
  formula: (cell) => `OR(${conditions.map(({ formula }) => formula(cell)).join(',')})`,
  holds: (values) => conditions.some(({ holds }) => holds(values)),
});

export const not = (condition: Condition): Condition => ({
  formula: (cell) => `NOT(${condition.formula(cell)})`,
  holds: (values) => !condition.holds(values),
});

const numberWhere = (cell: string, wrong: (cell: string) => string): string => `IF(ISNUMBER(${cell}),${wrong(cell)},TRIM(${cell})<>"")`;

function wrongNumber(value: FormValue | undefined, wrong: (value: number) => boolean): boolean {
  if (value instanceof Date) return false;
  return typeof value === 'number' ? wrong(asCompared(value)) : trimmed(value) !== '';
}
