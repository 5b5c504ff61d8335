import { holdsLink } from '../../core/text.ts';
import { textWidth } from './text-width.ts';

/** Points of a column's width unit: Excel counts in digits of the Normal style (Times New Roman 11: 7 pixels each). */
const POINTS_PER_UNIT = 5.25;
/** Padding and grid line that Excel takes from a cell's width, in points. */
export const CELL_PADDING = 4.5;
/** Printers set text a little wider than screens: a line is taken as full before it is. */
const SAFE = 0.97;
/** Height of a wrapped line over the font size, as Excel gives it on screen (11 points: 14). */
const LINE = 1.28;
const ROW_PADDING = 4;
/** Letters of the longest word or pair of counts that should stand on one line. */
const LONGEST_WORD = 26;
/** Excel's own limit. */
const TALLEST = 409;

export interface CellText {
  readonly text: string;
  /** Column width in Excel's units. */
  readonly width: number;
  readonly size: number;
  readonly weight?: 'regular' | 'bold';
}

/** Width in points of one or more columns. */
export const pointsOf = (width: number): number => width * POINTS_PER_UNIT;

/** Units of a column's width that take so many points. */
export const unitsOf = (points: number): number => Math.round((points / POINTS_PER_UNIT) * 100) / 100;

/** A text as it is set: its size in points. */
export type SetText = Pick<CellText, 'text' | 'size' | 'weight'>;

/** Lines that a text takes in a cell that wraps, by words as spreadsheet programs break them; slightly on the safe side. */
export const wrappedLines = ({ width, ...text }: CellText): number => linesInRoom(text, pointsOf(width) - CELL_PADDING);

/** The same in this many points between a cell's margins. */
export const linesInRoom = (text: SetText, points: number): number => wrapWords(wordWidths(text), points).lines;

/** How wide a text's words are, line by line, and the blank between them, in points. */
export interface WordWidths {
  readonly lines: readonly (readonly number[])[];
  readonly space: number;
}

/** Measures a text once that is tried in cells of many widths. */
export const wordWidths = ({ text, size, weight = 'regular' }: SetText): WordWidths => ({
  lines: text.split('\n').map((line) => line.split(' ').map((word) => textWidth(word, size, weight))),
  space: textWidth(' ', size, weight),
});

/** A text as it wraps: its lines, and the points between a cell's margins down to which they stay the same. */
export interface WrappedText {
  readonly lines: number;
  readonly least: number;
}

/** Wraps words in this many points between a cell's margins. */
export function wrapWords({ lines: paragraphs, space }: WordWidths, points: number): WrappedText {
  const room = points * SAFE;
  let lines = 0;
  let widest = 0;
  for (const words of paragraphs) {
    lines++;
    let used = 0;
    for (const wide of words) {
      const joined = used === 0 ? wide : used + space + wide;
      if (joined <= room) used = joined;
      else {
        if (used > 0) lines++;
        // a word wider than the cell is broken wherever the line ends
        const broken = Math.max(1, Math.ceil(wide / room));
        lines += broken - 1;
        used = wide - (broken - 1) * room;
        if (broken > 1) widest = room;
      }
      widest = Math.max(widest, used);
    }
  }
  return { lines, least: Math.min(points, widest / SAFE) };
}

/** Points that the longest word takes; what is longer than any word of the language, or an address, is broken anyway. */
export const longestWord = ({ text, size, weight = 'regular' }: SetText): number =>
  text
    .split(/[ \n]/)
    .filter((word) => word.length <= LONGEST_WORD && !holdsLink(word))
    .reduce((longest, word) => Math.max(longest, textWidth(word, size, weight) / SAFE), 0);

/** Height in points of a row in which none of these wrapped texts is cut off. */
export function rowHeight(cells: readonly CellText[]): number {
  const needed = cells.map((cell) => wrappedLines(cell) * cell.size * LINE + ROW_PADDING);
  return Math.min(TALLEST, Math.ceil(Math.max(0, ...needed) * 4) / 4);
}
