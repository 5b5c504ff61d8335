import { LAST_COLUMN, LAST_ROW } from '../../../core/address.ts';
import { MOST_CELLS, MOST_TEXT_BYTES } from '../limits.ts';
import { byteAt, DOUBLE_QUOTE, GREATER, LESS, SLASH } from '../xml/characters.ts';
import { forget, gather } from '../xml/gathered.ts';
import { readText } from '../xml/next.ts';
import { knowsPlainNames, type Scan } from '../xml/scan.ts';
import { word, wordAt } from '../xml/words.ts';
import { finishCell, type OpenCell, type Tables } from './cell.ts';
import { formulaAt, readKnownFormula } from './formula.ts';
import { addCell, matchesOpenRow, type OpenRows } from './rows.ts';

/** Counts over all sheets of a workbook. */
export interface Counter {
  cells: number;
}

const CELL = word('<c r');
const STYLE = word(' s="');
const TYPE = word(' t="');
const FORMULA_END = word('</f>');
const VALUE_END = word('</v>');
const CELL_END = word('</c>');
const TEXT_TYPE = word('str"');
const MOST_DIGITS = 9;
const [BEFORE_A, DIGIT_0, LETTER_F, LETTER_S, LETTER_V, EQUALS] = [0x40, 0x30, 0x66, 0x73, 0x76, 0x3d];

/**
 * Reads on through a row's cells as long as they are written as nearly every program writes them: `<c r="H12" s="16"/>`,
 * `<c r="H12" s="16" t="s"><v>31</v></c>`, a formula without attributes before the value. Leaves off in front of the first that is
 * written otherwise or is unsound: the scanner reads that one. Takes nothing that the scanner would not, and nothing in another sense.
 */
export function readPlainCells(scan: Scan, open: OpenRows, cell: OpenCell, tables: Tables, counter: Counter): void {
  if (scan.emptyTag || !knowsPlainNames(scan)) return;
  while (counter.cells < MOST_CELLS) {
    const { at } = scan;
    const { column } = cell;
    if (!readPlainCell(scan, open, cell, tables)) {
      scan.at = at;
      cell.column = column;
      return;
    }
    counter.cells++;
  }
}

function readPlainCell(scan: Scan, open: OpenRows, cell: OpenCell, tables: Tables): boolean {
  const { bytes } = scan;
  if (!readPlace(scan, open, cell) || !readStyle(scan, cell)) return false;
  if (byteAt(bytes, scan.at) === SLASH && byteAt(bytes, scan.at + 1) === GREATER) {
    scan.at += 2;
    return true; // without content it is blank, whatever its style
  }
  if (!readType(scan, cell) || byteAt(bytes, scan.at) !== GREATER) return false;
  scan.at++;
  if (!readContent(scan, cell)) return false;
  const finished = finishCell(cell, bytes, tables);
  if (finished === 'damaged') return false;
  if (finished) addCell(open, finished);
  return true;
}

/** `<c r="H12"`: capitals and a row as numbers are written. */
function readPlace(scan: Scan, open: OpenRows, cell: OpenCell): boolean {
  const { bytes, words } = scan;
  let { at } = scan;
  if (wordAt(words, at) !== CELL || byteAt(bytes, at + 4) !== EQUALS || byteAt(bytes, at + 5) !== DOUBLE_QUOTE) return false;
  at += 6;
  let column = 0;
  for (let letter = letterAt(bytes, at); letter >= 1 && letter <= 26; letter = letterAt(bytes, ++at)) column = column * 26 + letter;
  if (column < 1 || column > LAST_COLUMN || byteAt(bytes, at) === DIGIT_0) return false;
  let row = 0;
  for (let digit = digitAt(bytes, at); digit >= 0 && digit <= 9; digit = digitAt(bytes, ++at)) row = row * 10 + digit;
  if (row > LAST_ROW || byteAt(bytes, at) !== DOUBLE_QUOTE || !matchesOpenRow(open, row)) return false;
  cell.column = column;
  scan.at = at + 1;
  return true;
}

/** ` s="16"`, or nothing. */
function readStyle(scan: Scan, cell: OpenCell): boolean {
  const { bytes, words } = scan;
  cell.style = 0;
  if (wordAt(words, scan.at) !== STYLE) return true;
  const start = scan.at + 4;
  let at = start;
  let style = 0;
  for (let digit = digitAt(bytes, at); digit >= 0 && digit <= 9; digit = digitAt(bytes, ++at)) style = style * 10 + digit;
  cell.style = style;
  scan.at = at + 1;
  return at > start && at <= start + MOST_DIGITS && byteAt(bytes, at) === DOUBLE_QUOTE;
}

/** ` t="s"`, ` t="str"`, or nothing. */
function readType(scan: Scan, cell: OpenCell): boolean {
  const { bytes, words, at } = scan;
  cell.type = 'number';
  if (wordAt(words, at) !== TYPE) return true;
  const isText = wordAt(words, at + 4) === TEXT_TYPE;
  cell.type = isText ? 'text' : 'shared';
  scan.at = at + (isText ? 8 : 6);
  return isText || (byteAt(bytes, at + 4) === LETTER_S && byteAt(bytes, at + 5) === DOUBLE_QUOTE);
}

const letterAt = (bytes: Uint8Array, at: number): number => byteAt(bytes, at) - BEFORE_A;
const digitAt = (bytes: Uint8Array, at: number): number => byteAt(bytes, at) - DIGIT_0;

const opens = (bytes: Uint8Array, at: number, letter: number): boolean =>
  byteAt(bytes, at) === LESS && byteAt(bytes, at + 1) === letter && byteAt(bytes, at + 2) === GREATER;

/** A formula where there is one, then a value, then the end of the cell. */
function readContent(scan: Scan, cell: OpenCell): boolean {
  const { bytes, words } = scan;
  forget(cell.value);
  cell.valued = true;
  cell.formulaText = null;
  cell.looks.looks = 0;
  cell.formula = opens(bytes, scan.at, LETTER_F);
  if (cell.formula) {
    scan.at += 3;
    cell.formulaText = readKnownFormula(scan);
    if (cell.formulaText === null) {
      if (!readText(scan)) return false;
      cell.formulaText = formulaAt(scan);
    }
    if (wordAt(words, scan.at) !== FORMULA_END) return false;
    scan.at += 4;
  }
  if (!opens(bytes, scan.at, LETTER_V)) return false;
  scan.at += 3;
  if (byteAt(bytes, scan.at) !== LESS) {
    if (!readText(scan) || scan.textEnd - scan.textStart > MOST_TEXT_BYTES) return false;
    gather(cell.value, scan);
  }
  if (wordAt(words, scan.at) !== VALUE_END || wordAt(words, scan.at + 4) !== CELL_END) return false;
  scan.at += 8;
  return true;
}
