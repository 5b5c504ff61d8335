import { type Finding, finding } from '../findings/finding.ts';
import { isFigure } from '../form/live-formula.ts';
import { type Cell, cellName, type GridRow } from '../grid.ts';
import type { Field, SheetLayout } from '../layout.ts';
import { oncePerObject } from '../once.ts';
import type { RowId } from '../plan/plan.ts';
import { moreProblems } from '../rules/more-problems.ts';
import { rowTwice, rowUnknown } from '../rules/rows.ts';
import type { TableColumn } from '../tables/column.ts';
import { ROW_KEY_HEADER } from '../tables/every-table.ts';
import { matchKey, squash } from '../text.ts';
import { fieldCell, isFilled, type PlanTable, visibleText } from './plan-table.ts';

/** The table's rows by id: each once, wherever it stands. A row that stands twice is not among them. */
export interface ScannedRows {
  readonly rows: ReadonlyMap<RowId, GridRow>;
  readonly twice: ReadonlySet<RowId>;
  readonly findings: readonly Finding[];
}

interface PlanRow {
  readonly id: RowId;
}

/** How an id may stand in a sheet. */
const spellingsOf = oncePerObject(
  (rows: readonly PlanRow[]): ReadonlyMap<string, RowId> =>
    new Map(rows.flatMap(({ id }) => [[id as string, id] as const, [id.toUpperCase(), id] as const])),
);

/** What an agency would fill, and the figures that follow from it. */
const reportingIn = oncePerObject(({ columns }: SheetLayout) => columns.filter((column) => column.role === 'input' || isFigure(column)));

/** Beyond this the sheet is full of something else; the rest is counted, not listed. */
const MOST_UNKNOWN = 50;

/** No id of a plan is as long, however many blanks stand around it. */
const LONGEST_KEY = 200;

/** What stands in a cell `Mã`, at a length that can be compared in every row of a sheet. */
const shortKey = (text: string): string => (text.length > LONGEST_KEY ? `${text.slice(0, LONGEST_KEY)}…` : text);

/** Finds every plan row below the header by its `Mã`; names rows that hold something and belong to no plan row. */
export function scanRows(table: PlanTable, planRows: readonly PlanRow[]): ScannedRows {
  const known = spellingsOf(planRows);
  const rows = new Map<RowId, GridRow>();
  const twice = new Set<RowId>();
  const findings: Finding[] = [];
  let unknown = 0;
  const keyColumn = table.columns.id ?? 1;
  const reporting = reportingIn(table.layout);
  for (const row of table.grid.rows) {
    if (row.number <= table.header.number) continue;
    const key = shortKey(visibleText(fieldCell(table, row, 'id')) ?? '');
    const id = known.get(key) ?? known.get(squash(key).toUpperCase());
    if (id === undefined && matchKey(key) === matchKey(ROW_KEY_HEADER)) continue;
    if (id === undefined) {
      const filled = firstReporting(table, row, reporting);
      if (filled && ++unknown <= MOST_UNKNOWN) {
        const at = { sheet: table.grid.title, cell: cellName(row.number, key ? keyColumn : filled.column) };
        findings.push(finding(rowUnknown, { id: key ? squash(key) : null }, at));
      }
      continue;
    }
    const first = rows.get(id);
    if (first) {
      twice.add(id);
      const facts = { first: cellName(first.number, keyColumn) };
      findings.push(finding(rowTwice, facts, { row: id, field: 'id', ...findingPlace(table, row, 'id') }));
    } else rows.set(id, row);
  }
  if (unknown > MOST_UNKNOWN) findings.push(finding(moreProblems, { count: unknown - MOST_UNKNOWN }, { sheet: table.grid.title }));
  for (const id of twice) rows.delete(id);
  return { rows, twice, findings };
}

/** Sheet, cell and column of a field in a row, as a finding carries them. */
export function findingPlace(table: PlanTable, row: GridRow, field: Field): { sheet: string; cell: string; column: string } {
  const { grid, layout, columns } = table;
  return {
    sheet: grid.title,
    cell: cellName(row.number, columns[field] ?? columns.id ?? 1),
    column: layout.columns.find((one) => one.field === field)?.header ?? field,
  };
}

/** The first cell of the row that an agency would fill, if one holds anything: an input, or a figure typed over a derived rate. */
function firstReporting(table: PlanTable, row: GridRow, columns: readonly TableColumn<Field>[]): Cell | undefined {
  for (const { role, field } of columns) {
    const cell = fieldCell(table, row, field);
    if (isFilled(cell) && (role === 'input' || !cell.formula)) return cell;
  }
  return undefined;
}
