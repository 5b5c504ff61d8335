import type { Cell, TextLength } from '../../../core/grid.ts';
import { formatOfValue } from '../../../core/number-format.ts';
import { type CollectedText, collectedText, noCollectedText } from '../xml/collected-text.ts';
import { attributeAt, type Scan, valueAt } from '../xml/scan.ts';
import { boundedText } from './bounded-text.ts';
import { unescapeText } from './escapes.ts';
import { serialOfIsoDate } from './iso-date.ts';
import { AS_THE_CELL, looksFound, noLooks, type OpenLooks, PLAIN_LOOK } from './looks.ts';
import { numberIn, numberOfText } from './number.ts';
import type { SharedStrings } from './shared-strings.ts';
import type { Formats, ReadStyle } from './styles.ts';

/** What the `t` of a cell says its value is. */
export type CellType = 'number' | 'shared' | 'text' | 'truth' | 'error' | 'date';

/** A cell as it is being read: what its tag said, and what has been seen inside it. */
export interface OpenCell {
  column: number;
  type: CellType;
  style: number;
  /** Of the shared text that it holds. */
  index: number;
  formula: boolean;
  /** Whether there is a value element at all, be it empty. */
  valued: boolean;
  readonly value: CollectedText;
  /** The formula as it is written; null where it is not, or is too long to be looked at. */
  formulaText: string | null;
  readonly looks: OpenLooks;
  /** Of a text of its own of which only the beginning is kept. */
  textLength: TextLength | null;
}

export const noCell = (): OpenCell => ({
  column: 0,
  type: 'number',
  style: 0,
  index: -1,
  formula: false,
  valued: false,
  value: noCollectedText(),
  formulaText: null,
  looks: noLooks(),
  textLength: null,
});

/** What cells refer to. */
export interface Tables {
  readonly strings: SharedStrings;
  readonly formats: Formats;
  readonly date1904: boolean;
}

const DAYS_FROM_1900_TO_1904 = 1462;
const TYPES = new Map<string, CellType>([
  ['n', 'number'],
  ['s', 'shared'],
  ['str', 'text'],
  ['inlineStr', 'text'],
  ['b', 'truth'],
  ['e', 'error'],
  ['d', 'date'],
]);

/** The type in the cell's tag just opened; null where it is none of the format's. */
export function cellType(scan: Scan, attribute: number): CellType | null {
  const k = attributeAt(scan, attribute);
  if (k < 0) return 'number';
  const start = scan.valueStarts[k] ?? 0;
  if ((scan.valueEnds[k] ?? 0) - start === 1 && scan.bytes[start] === 0x73) return 'shared'; // most cells: spares a string
  return TYPES.get(valueAt(scan, k)) ?? null;
}

/** The cell once it has closed: null where it is blank, 'damaged' where its value is none of its type. */
export function finishCell(open: OpenCell, bytes: Uint8Array, tables: Tables): Cell | null | 'damaged' {
  const { column, formula } = open;
  const value = open.valued ? storedValue(open, bytes, tables) : null;
  if (value === undefined) return 'damaged';
  const textLength = value === null ? null : lengthOf(open, tables);
  if (value === null && !formula) return null;
  const style = tables.formats[open.style];
  const format = open.type === 'date' ? 'date' : style ? (style.pattern.plainly ?? formatOfValue(style.pattern, value)) : 'plain';
  const shifted = tables.date1904 && format === 'date' && open.type === 'number' && typeof value === 'number';
  const held = open.type === 'error' ? null : shifted ? value + DAYS_FROM_1900_TO_1904 : value;
  const error = open.type === 'error' && value !== null ? String(value) : null;
  const { formulaText } = open;
  const bare: Cell =
    formulaText === null ? { column, value: held, error, format, formula } : { column, value: held, error, format, formula, formulaText };
  const plain = textLength ? { ...bare, textLength } : bare;
  return withLooks(plain, open, style, tables);
}

/** How long a text is of which only the beginning is kept. */
const lengthOf = (open: OpenCell, { strings: { lengths } }: Tables): TextLength | null =>
  open.type === 'shared' ? (lengths.size > 0 && lengths.get(open.index)) || null : open.textLength;

/** What is to be said of how the cell shows its value; nothing of nearly every cell. */
function withLooks(cell: Cell, open: OpenCell, style: ReadStyle | undefined, { strings }: Tables): Cell {
  const { pattern, look = PLAIN_LOOK } = style ?? {};
  const looks = open.type === 'shared' ? (strings.looks.size > 0 && strings.looks.get(open.index)) || 0 : open.looks.looks;
  const isPlain = (looks | AS_THE_CELL) === AS_THE_CELL && look === PLAIN_LOOK;
  if (isPlain && (pattern === undefined || pattern.plainly !== null || open.type === 'date')) return cell;
  const said = isPlain || cell.value === null ? null : looksFound(looks, look);
  return { ...cell, ...said, ...(pattern && pattern.plainly === null && open.type !== 'date' && { pattern }) };
}

/** Null where the value is empty, undefined where it is none of its type. */
function storedValue(open: OpenCell, bytes: Uint8Array, { strings }: Tables): Cell['value'] | undefined {
  const { type, value } = open;
  open.textLength = null;
  if (value.goesOn && type !== 'text') return undefined; // no number, day or index is that long
  switch (type) {
    case 'shared': {
      open.index = numberGathered(value, bytes) ?? -1;
      return strings(open.index) ?? undefined;
    }
    case 'number': {
      const number = numberGathered(value, bytes);
      return Number.isNaN(number) ? undefined : number;
    }
    case 'text': {
      const { text, length } = boundedText(unescapeText(collectedText(value, bytes)), value.goesOn);
      open.textLength = length;
      return text;
    }
    case 'error':
      return collectedText(value, bytes).trim() || null;
    case 'truth':
      return truthOf(collectedText(value, bytes).trim());
    case 'date': {
      const text = collectedText(value, bytes);
      const serial = serialOfIsoDate(text);
      return text.trim() === '' ? null : Number.isNaN(serial) ? undefined : serial;
    }
  }
}

function truthOf(text: string): boolean | null | undefined {
  if (text === '') return null;
  if (text === '1' || text === 'true') return true;
  return text === '0' || text === 'false' ? false : undefined;
}

/** Null where there is nothing but blanks, NaN where there is no number. */
function numberGathered(value: CollectedText, bytes: Uint8Array): number | null {
  if (value.pieces === 1 && value.undo === 0) {
    const number = numberIn(bytes, value.start, value.end);
    if (!Number.isNaN(number)) return number;
  }
  const text = collectedText(value, bytes);
  return text.trim() === '' ? null : numberOfText(text);
}
