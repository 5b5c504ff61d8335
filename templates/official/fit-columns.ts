import { plainWords } from '../../core/report-text/text-part.ts';
import { linesOfWords, longestWord, wordWidths } from '../style/row-height.ts';
import type { OfficialTable } from './official-table.ts';

/** Points that widths are tried in. */
const STEP = 4;
/** How much wider than its share of the room a column begins. */
const WIDE = 4;
const MOST_TURNS = 40;
const MOVES = [1, 2, 4, 8, 16];
/** A header is printed again on every page. */
const HEADERS = 2;

/** How the table is set: sizes and room in points. */
export interface TableSetting {
  readonly size: number;
  /** Between the margins of the page. */
  readonly room: number;
  /** What a cell takes from its width for itself. */
  readonly padding: number;
}

/**
 * Widths in points that fill the room and make the table as low as can be: each column begins wide, and gives up what costs the least
 * height; none becomes narrower than its longest word.
 */
export function fitColumns({ columns, lines }: OfficialTable, { size, room, padding }: TableSetting): number[] {
  const rows = lines.flatMap((line) => ('heading' in line ? [] : [line.cells.map(plainWords)]));
  const texts = columns.map(({ header, weight }, k) => [
    { text: header, size, weight: 'bold' as const },
    ...rows.map((cells) => ({ text: cells[k] ?? '', size, weight })),
  ]);
  const numbers = lines.flatMap((line) => ('heading' in line ? [{ text: line.heading.tt, size, weight: 'bold' as const }] : []));
  const least = texts.map((column, k) =>
    Math.ceil((Math.max(...[...column, ...(k === 0 ? numbers : [])].map(longestWord)) + padding) / STEP),
  );
  const steps = least.map((width) => Math.max(width, Math.floor(Math.min(room, (WIDE * room) / columns.length) / STEP)));
  const words = texts.map((column) => column.map(wordWidths));
  const known = texts.map(() => new Map<number, readonly number[]>());
  const heightsAt = (column: number, width: number): readonly number[] => {
    const heights = known[column]?.get(width) ?? (words[column] ?? []).map((text) => linesOfWords(text, width * STEP - padding));
    known[column]?.set(width, heights);
    return heights;
  };
  const total = (widths: readonly number[]): number => heightOfRows(widths.map((width, column) => heightsAt(column, width)));
  const wanted = Math.floor(room / STEP);
  const isFree = (column: number): boolean => (steps[column] ?? 0) > (least[column] ?? 0);
  while (steps.reduce((sum, width) => sum + width, 0) > wanted) {
    const narrower = steps.flatMap((width, column) =>
      isFree(column) ? [{ column, width, height: total(steps.with(column, width - 1)) }] : [],
    );
    // of those that cost the same the widest gives
    const [cheapest] = narrower.sort((one, two) => one.height - two.height || two.width - one.width);
    if (!cheapest) break;
    steps[cheapest.column] = cheapest.width - 1;
  }
  // what one column loses another may use better
  for (let turn = 0, height = total(steps); turn < MOST_TURNS; turn++) {
    const moves = steps.flatMap((from, giver) =>
      steps.flatMap((to, taker) => {
        if (giver === taker) return [];
        return MOVES.filter((move) => from - move >= (least[giver] ?? 0)).map((move) => {
          const widths = steps.with(giver, from - move).with(taker, to + move);
          return { widths, height: total(widths) };
        });
      }),
    );
    const [best] = moves.sort((one, two) => one.height - two.height);
    if (!best || best.height >= height) break;
    steps.splice(0, steps.length, ...best.widths);
    height = best.height;
  }
  const sum = steps.reduce((wide, width) => wide + width, 0);
  return steps.map((width) => (width / sum) * room);
}

/** The height of a table from its columns' heights row by row. Thousands of widths are tried: nothing is made for a row. */
function heightOfRows(heights: readonly (readonly number[])[]): number {
  const rows = heights[0]?.length ?? 0;
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    let highest = 0;
    for (let column = 0; column < heights.length; column++) highest = Math.max(highest, heights[column]?.[row] ?? 0);
    sum += row === 0 ? HEADERS * highest : highest;
  }
  return sum;
}
