import type { GridRow } from '../grid.ts';
import type { Field, SheetLayout } from '../layout.ts';
import { matchKey } from '../text.ts';
import type { Header } from './recognition.ts';
import type { SheetView } from './sheet-view.ts';

/** The plan's own columns by the key of their header. */
export type HeaderKeys = ReadonlyMap<string, Field>;
type Columns = Header['columns'];

/** So many of the plan's own columns, that of the names among them, make a row of words the header of its table. */
const FEWEST_HEADERS = 3;
/** How else the column of the numbers is called. */
const OTHER_WORDS: readonly (readonly [string, Field])[] = ['STT', 'Số TT'].map((word) => [matchKey(word), 'tt']);

export function headerKeys({ columns }: SheetLayout): HeaderKeys {
  const own = columns.filter(({ role }) => role === 'plan').map(({ header, field }) => [matchKey(header), field] as const);
  return new Map<string, Field>([...OTHER_WORDS, ...own]);
}

/** The header of the layout's table, if it begins in this row. It may take two rows: "Cơ quan" above "chủ trì" and "phối hợp". */
export function headerAt(view: SheetView, row: GridRow, keys: HeaderKeys): Header | null {
  const top = row.number;
  const single = fieldsOf(row.cells.map(({ column }) => [column, keys.get(matchKey(view.own(top, column)))]));
  if (single.name === undefined) return null;
  const double = inTwoRows(view, top, keys, single);
  const isDouble = Object.keys(double).length > Object.keys(single).length;
  const columns = isDouble ? double : single;
  if (Object.keys(columns).length < FEWEST_HEADERS) return null;
  const bottom = Math.max(top + (isDouble ? 1 : 0), ...Object.values(columns).map((column) => view.bottomOf(top, column)));
  return { top, bottom, row: rowOfMost(view, { top, bottom, columns }, keys), columns };
}

function inTwoRows(view: SheetView, top: number, keys: HeaderKeys, single: Columns): Columns {
  const below = view.grid.rows.find(({ number }) => number === top + 1)?.cells ?? [];
  const split = below.map(({ column }) => {
    const lower = view.own(top + 1, column);
    const field = keys.get(matchKey(`${view.across(top, column)} ${lower}`)) ?? keys.get(matchKey(lower));
    return [column, field] as const;
  });
  return { ...fieldsOf(split), ...single };
}

/** The first column of each field. */
function fieldsOf(found: readonly (readonly [number, Field | undefined])[]): Columns {
  const columns: Partial<Record<Field, number>> = {};
  for (const [column, field] of found) if (field) columns[field] ??= column;
  return columns;
}

function rowOfMost(view: SheetView, { top, bottom, columns }: Omit<Header, 'row'>, keys: HeaderKeys): number {
  const count = (row: number) => Object.values(columns).filter((column) => keys.has(matchKey(view.own(row, column)))).length;
  const rows = Array.from({ length: bottom - top + 1 }, (_, k) => top + k);
  return rows.reduce((best, row) => (count(row) > count(best) ? row : best), top);
}
