import { shiftFormula } from '../../../core/shift-formula.ts';
import { decode, WITH_RETURNS } from '../xml/decode.ts';
import type { Scan } from '../xml/scan.ts';
import { unescapeText } from './escapes.ts';
import { knownText, knownTextEnd, rememberText, type Trail, textAlong } from './known-texts.ts';

/** Bytes of a formula beyond which nobody looks at it; the longest that Excel takes has 8,192 characters. */
const LONGEST = 16_384;
/** Formulas of one sheet that are worked out from another cell's: a form has a hundred. */
const MOST_SHARED = 2000;

/** The formula that the scanner has just read as text; null where it is too long. A hundred forms have the same ones. */
export function formulaAt({ bytes, words, textStart, textEnd, textUndo }: Scan): string | null {
  if (textEnd - textStart > LONGEST) return null;
  const known = textUndo === WITH_RETURNS ? null : knownText(words, textStart, textEnd);
  if (known !== null) return known;
  const text = unescapeText(decode(bytes, textStart, textEnd, textUndo));
  if (textUndo !== WITH_RETURNS) rememberText(bytes, textStart, textEnd, text); // the same bytes in CDATA would mean something else
  return text;
}

/** Sheet by sheet the same formulas follow one another. */
const formulas: Trail = { slot: 0 };

/** Reads a formula that has been found sound before; null, and nothing is read, where it is a new one. */
export function readKnownFormula(scan: Scan): string | null {
  const end = knownTextEnd(scan.bytes, scan.words, scan.at, formulas);
  if (end < 0) return null;
  scan.at = end;
  return textAlong(formulas);
}

/** A formula that several cells of a sheet share, where it was written. */
interface Master {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** The shared formulas of a sheet, by their index in it. */
export interface SharedFormulas {
  readonly masters: Map<string, Master>;
  workedOut: number;
}

export const noSharedFormulas = (): SharedFormulas => ({ masters: new Map(), workedOut: 0 });

/** What a cell's formula says that shares one: its own text where it has one, which it then lends to others. Null where nobody knows. */
export function sharedFormula(shared: SharedFormulas, index: string, text: string | null, row: number, column: number): string | null {
  if (text !== null) {
    shared.masters.set(index, { text, row, column });
    return text;
  }
  const master = shared.masters.get(index);
  if (!master || ++shared.workedOut > MOST_SHARED) return null;
  return shiftFormula(master.text, row - master.row, column - master.column);
}
