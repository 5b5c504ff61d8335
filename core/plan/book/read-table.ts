import { cellAt, type Grid } from '../../grid.ts';
import type { TableKind } from '../../tables/table-kind.ts';
import { matchKey } from '../../text.ts';
import { HEADINGS_MARK, PROPOSAL_HEADER, TO_CONFIRM } from './marks.ts';
import { ROW_COLUMNS } from './parts.ts';
import { type FindId, seenIn } from './read-cell.ts';
import { headerIn, type ReadLog, readList } from './read-list.ts';
import type { MadePart } from './set-at.ts';
import { sheetLines } from './sheet-lines.ts';

/** Which table of the plan a sheet is: its kind, its number among the tables, and how many rows of its kind stand before. */
export interface TableAt {
  readonly kind: TableKind;
  readonly number: number;
  readonly from: number;
  readonly names: FindId;
}

/** The sheet of one table: the plan's own headings, and its rows. */
export function readTable(
  grid: Grid,
  { kind, number, from, names }: TableAt,
  log: ReadLog,
): { readonly headings: MadePart; readonly rows: MadePart[] } {
  const columns = ROW_COLUMNS[kind];
  const lines = sheetLines(grid);
  const header = headerIn(lines, columns);
  if (!header) {
    log.faults.push({ rule: 'no-such-column', name: columns[0]?.header ?? '', place: { sheet: grid.title, row: 1, column: 1 } });
    return { headings: {}, rows: [] };
  }
  const below = lines[lines.indexOf(header.row) + 1];
  const own = below && matchKey(seenIn(below.cells[0]) ?? '') === matchKey(HEADINGS_MARK) ? below : undefined;
  const headings: MadePart = {};
  for (const { heading, header: name } of columns) {
    const column = header.columns.get(name);
    if (heading === null || column === undefined) continue;
    const text = own && seenIn(cellAt(own, column));
    if (text !== undefined) headings[heading] = text;
    log.places.set('plan', ['appendices', number, 'columns', heading], { sheet: grid.title, row: (own ?? header.row).number, column });
  }
  const rows = readList(lines, columns, { file: 'plan', path: [kind], sheet: grid.title }, names, log, { from, skip: own ? 1 : 0 });
  tellProposals(grid, log);
  return { headings, rows };
}

/** What was proposed stands in nobody's name until somebody has confirmed it. */
function tellProposals(grid: Grid, { faults }: ReadLog): void {
  for (const row of grid.rows)
    for (const cell of row.cells)
      if (matchKey(seenIn(cell) ?? '') === matchKey(TO_CONFIRM))
        faults.push({ rule: 'proposal-open', name: PROPOSAL_HEADER, place: { sheet: grid.title, row: row.number, column: cell.column } });
}
