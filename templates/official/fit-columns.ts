import { clipText } from '../../core/clip-text.ts';
import type { OfficialTable } from '../../core/report-text/official-table.ts';
import { plainWords } from '../../core/report-text/text-part.ts';
import { longestWord } from '../style/row-height.ts';
import { type CellsAt, growthOf, highest, linesOfTable, wrappedColumns } from './wrapped-columns.ts';

/** Points that widths are tried in. */
const STEP = 4;
/** How much wider than its share of the room a column begins. */
const WIDE = 4;
const MOST_TURNS = 40;
/** A text that is longer makes its column as wide as it can be in any case; all of it would be wrapped hundreds of times. */
const LONGEST_FITTED = 2_000;
const MOVES = [1, 2, 4, 8, 16];

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
  const rows = lines.flatMap((line) => ('heading' in line ? [] : [line.cells.map((cell) => clipText(plainWords(cell), LONGEST_FITTED))]));
  const texts = columns.map(({ header, weight }, k) => [
    { text: header, size, weight: 'bold' as const },
    ...rows.map((cells) => ({ text: cells[k] ?? '', size, weight })),
  ]);
  const numbers = lines.flatMap((line) => ('heading' in line ? [{ text: line.heading.tt, size, weight: 'bold' as const }] : []));
  const least = texts.map((column, k) =>
    Math.ceil((Math.max(...[...column, ...(k === 0 ? numbers : [])].map(longestWord)) + padding) / STEP),
  );
  const wide = least.map((width) => Math.max(width, Math.floor(Math.min(room, (WIDE * room) / columns.length) / STEP)));
  const cellsAt = wrappedColumns(texts, (width) => width * STEP - padding);
  const steps = exchanged(narrowed(wide, least, Math.floor(room / STEP), cellsAt), least, cellsAt);
  const sum = steps.reduce((all, width) => all + width, 0);
  return steps.map((width) => (width / sum) * room);
}

/** Takes a step from the column that costs the least height, and of those from the widest, until they are as wide as wanted together. */
function narrowed(wide: readonly number[], least: readonly number[], wanted: number, cellsAt: CellsAt): number[] {
  const widths = [...wide];
  const widthOf = (column: number): number => widths[column] ?? 0;
  const rowsNow = (): number[] => highest(widths.map((width, column) => cellsAt(column, width)));
  let rows = rowsNow();
  const costOf = (column: number): number =>
    widthOf(column) > (least[column] ?? 0) ? growthOf(rows, cellsAt(column, widthOf(column) - 1)) : Number.POSITIVE_INFINITY;
  let costs = widths.map((_, column) => costOf(column));
  for (let sum = widths.reduce((all, width) => all + width, 0); sum > wanted; sum--) {
    const cost = Math.min(...costs);
    if (cost === Number.POSITIVE_INFINITY) break;
    const widest = Math.max(...widths.filter((_, column) => costs[column] === cost));
    const giver = widths.findIndex((width, column) => width === widest && costs[column] === cost);
    widths[giver] = widest - 1;
    // a step that costs nothing leaves the rows as they are, and so what the other columns cost
    if (cost > 0) rows = rowsNow();
    costs = costs.map((before, column) => (cost > 0 || column === giver ? costOf(column) : before));
  }
  return widths;
}

/** Lets a column give steps to one that uses them better, as long as the table becomes lower by it. */
function exchanged(narrow: readonly number[], least: readonly number[], cellsAt: CellsAt): readonly number[] {
  let widths = narrow;
  for (let turn = 0, height = linesOfTable(highest(widths.map((width, column) => cellsAt(column, width)))); turn < MOST_TURNS; turn++) {
    const taken = widths.map((width, taker) => {
      const others = highest(widths.flatMap((other, column) => (column === taker ? [] : [cellsAt(column, other)])));
      return MOVES.map((move) => {
        const rows = highest([cellsAt(taker, width + move), others.map((lines) => ({ lines }))]);
        return { move, taker, width: width + move, rows, height: linesOfTable(rows) };
      });
    });
    const exchanges = widths.flatMap((width, giver) =>
      taken.flat().flatMap((one) => {
        const left = width - one.move;
        // what the taker alone makes no lower, no giver does
        if (giver === one.taker || left < (least[giver] ?? 0) || one.height >= height) return [];
        return [{ giver, left, ...one, height: one.height + growthOf(one.rows, cellsAt(giver, left)) }];
      }),
    );
    const [best] = exchanges.sort((one, two) => one.height - two.height);
    if (!best || best.height >= height) break;
    widths = widths.with(best.giver, best.left).with(best.taker, best.width);
    height = best.height;
  }
  return widths;
}
