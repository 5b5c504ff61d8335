import { cellAt, type GridRow } from '../../grid.ts';
import { settingFor } from '../../measures/setting-words.ts';
import { matchKey } from '../../text.ts';
import type { PlanFile } from '../checking/plan-fault.ts';
import type { BookColumn } from './book-columns.ts';
import type { BookFault } from './book-fault.ts';
import { PROPOSAL_HEADER } from './marks.ts';
import type { Places } from './places.ts';
import { type FindId, readCell, seenIn } from './read-cell.ts';
import { type MadePart, setAt } from './set-at.ts';

/** Where a list stands: in which file of the plan, under which path, on which sheet. */
export interface ListAt {
  readonly file: PlanFile;
  readonly path: readonly PropertyKey[];
  readonly sheet: string;
}

/** Where a reader writes where things stood and what is wrong with them. */
export interface ReadLog {
  readonly places: Places;
  readonly faults: BookFault[];
}

/** So many names of columns make a row the header. */
const FEWEST = 2;

/**
 * Items of a list, a row each, from its header down. `from`: how many items the list has already; `skip`: rows below the header that are
 * none. Nor are rows in which nothing stands.
 */
export function readList(
  lines: readonly GridRow[],
  columns: readonly BookColumn[],
  at: ListAt,
  names: FindId,
  log: ReadLog,
  { from = 0, skip = 0 } = {},
): MadePart[] {
  const found = headerIn(lines, columns);
  const first = lines[0]?.number ?? 1;
  if (!found) {
    if (columns.some(({ leaves: [{ blank }] }) => blank !== undefined) && lines.length > 0)
      log.faults.push({ rule: 'no-such-column', name: columns[0]?.header ?? '', place: { sheet: at.sheet, row: first, column: 1 } });
    return [];
  }
  const header = found.row;
  for (const { header: name, leaves } of columns)
    if (!found.columns.has(name) && leaves[0].blank !== undefined)
      log.faults.push({ rule: 'no-such-column', name, place: { sheet: at.sheet, row: header.number, column: 1 } });
  const rows = lines.slice(lines.indexOf(header) + 1 + skip);
  tellForeign(rows, found, at, log);
  return rows
    .filter((row) => [...found.columns.values()].some((column) => seenIn(cellAt(row, column)) !== undefined))
    .map((row, k) => readItem(row, { columns, numbers: found.columns, path: [...at.path, from + k], at, names, log }));
}

interface Item {
  readonly columns: readonly BookColumn[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly path: readonly PropertyKey[];
  readonly at: ListAt;
  readonly names: FindId;
  readonly log: ReadLog;
}

function readItem(row: GridRow, { columns, numbers, path, at, names, log }: Item): MadePart {
  const item: MadePart = {};
  for (const column of columns) {
    const number = numbers.get(column.header);
    if (number === undefined) continue;
    const cell = cellAt(row, number);
    const place = { sheet: at.sheet, row: row.number, column: number };
    if (cell?.error) log.faults.push({ rule: 'error-value', name: cell.error, place });
    for (const leaf of column.leaves) log.places.set(at.file, [...path, ...leaf.path], place);
    const leaf = leafFor(item, column);
    setAt(item, leaf.path, readCell(cell, column, leaf, names));
  }
  return item;
}

/** The value that a column holds in this row: of settings that share one, that of the row's measure. */
function leafFor(item: MadePart, { leaves }: BookColumn) {
  if (leaves.length === 1) return leaves[0];
  const chosen = settingFor(
    item.measure,
    leaves.map(({ path }) => path.slice(1)),
  );
  return leaves.find(({ path }) => path.slice(1).join('.') === chosen?.join('.')) ?? leaves[0];
}

interface FoundHeader {
  readonly row: GridRow;
  readonly columns: ReadonlyMap<string, number>;
}

/** The row in which the columns are named, and the number of each. */
export function headerIn(lines: readonly GridRow[], columns: readonly BookColumn[]): FoundHeader | null {
  const known = new Map(columns.map(({ header }) => [matchKey(header), header]));
  for (const row of lines) {
    const numbers = new Map<string, number>();
    for (const cell of row.cells) {
      const header = known.get(matchKey(seenIn(cell) ?? ''));
      if (header !== undefined && !numbers.has(header)) numbers.set(header, cell.column);
    }
    if (numbers.size >= FEWEST) return { row, columns: numbers };
  }
  return null;
}

/** What stands in columns that are none of the workbook's is passed over, and reported once a column. */
function tellForeign(rows: readonly GridRow[], { row: header, columns }: FoundHeader, { sheet }: ListAt, { faults }: ReadLog): void {
  const known = new Set(columns.values());
  const reported = new Set<number>();
  for (const row of rows)
    for (const cell of row.cells) {
      const seen = seenIn(cell);
      if (known.has(cell.column) || reported.has(cell.column) || seen === undefined) continue;
      reported.add(cell.column);
      if (seenIn(cellAt(header, cell.column)) !== PROPOSAL_HEADER)
        faults.push({ rule: 'not-read', name: seen, place: { sheet, row: row.number, column: cell.column } });
    }
}
