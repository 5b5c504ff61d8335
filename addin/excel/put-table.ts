import type { Area } from '../../core/grid.ts';
import type { Result } from '../../core/result.ts';
import { columnRuns } from './column-runs.ts';
import { columnPoints } from './column-width.ts';
import type { ExcelCalls } from './excel-calls.ts';
import { freeTitle } from './free-title.ts';
import type { ExcelValue } from './port.ts';
import { addressesOf, excelRange } from './ranges.ts';
import type { RefreshedTable, TableOutcome } from './refreshed-table.ts';
import { type StandingTable, tableChanges } from './table-changes.ts';
import type { Trouble } from './trouble.ts';
import { typedValue } from './typed-value.ts';

/** The heading, when it was taken, a blank row; then the table. */
const HEADER_ROW = 4;

/** Writes a table into a sheet of its own, or brings the one that the workbook has up to date: two batches, one step of the user's undo. */
export const putTable = (wanted: RefreshedTable, excel: ExcelCalls): Promise<Result<TableOutcome, Trouble>> =>
  excel.change(
    async (context) => {
      const { tables, worksheets } = context.workbook;
      const table = tables.getItemOrNullObject(wanted.name);
      const [header, body] = [table.getHeaderRowRange(), table.getDataBodyRange()];
      const heading = table.worksheet.getRange('A1:A2');
      table.load('name');
      table.worksheet.load('name');
      header.load('values');
      body.load('values,rowIndex,columnIndex');
      heading.load('values');
      worksheets.load('items/name');
      await context.sync();
      const outcome = table.isNullObject ? addTable(context, wanted, worksheets) : refreshTable({ table, header, body, heading }, wanted);
      await context.sync();
      return outcome;
    },
    { sheet: wanted.sheet, isOneUndo: true },
  );

function addTable(context: Excel.RequestContext, wanted: RefreshedTable, { items }: Excel.WorksheetCollection): TableOutcome {
  const title = freeTitle(wanted.sheet, new Set(items.map(({ name }) => name.toLowerCase())));
  const sheet = context.workbook.worksheets.add(title);
  const { columns, rows } = wanted;
  excelRange(sheet, { top: 1, left: 1, bottom: 2, right: 1 }).values = [[wanted.heading], [typedValue(wanted.taken)]];
  excelRange(sheet, { top: 1, left: 1, bottom: 1, right: 1 }).format.font.bold = true;
  const area = { top: HEADER_ROW, left: 1, bottom: HEADER_ROW + Math.max(1, rows.length), right: columns.length };
  excelRange(sheet, { ...area, bottom: HEADER_ROW }).values = [columns.map(({ header }) => header)];
  setFormats(
    sheet,
    wanted,
    columns.map((_, k) => k),
    { ...area, top: HEADER_ROW + 1 },
  );
  if (rows.length > 0)
    excelRange(sheet, { ...area, top: HEADER_ROW + 1 }).values = rows.map((row) => row.map((value) => typedValue(value)));
  for (const [k, { width }] of columns.entries())
    excelRange(sheet, { top: 1, left: k + 1, bottom: 1, right: k + 1 }).format.columnWidth = columnPoints(width);
  sheet.tables.add(excelRange(sheet, area), true).name = wanted.name;
  sheet.freezePanes.freezeRows(HEADER_ROW);
  return { kind: 'written', sheet: title };
}

interface Loaded {
  readonly table: Excel.Table;
  readonly header: Excel.Range;
  readonly body: Excel.Range;
  readonly heading: Excel.Range;
}

function refreshTable({ table, header, body, heading }: Loaded, wanted: RefreshedTable): TableOutcome {
  const sheet = table.worksheet;
  const standing: StandingTable = { headers: header.values[0] ?? [], body: body.values };
  const changes = tableChanges(standing, wanted);
  if (!changes) return { kind: 'without-key', sheet: sheet.name };
  const { columns, cells, changed, added, gone } = changes;
  const [top, left, rows] = [body.rowIndex + 1, body.columnIndex + 1, standing.body.length];
  const own = (column: number, from: number, count: number): Area => ({
    top: top + from,
    left: left + column,
    bottom: top + from + count - 1,
    right: left + column,
  });
  for (const column of columns) excelRange(sheet, own(column, 0, rows)).format.fill.clear();
  // Null leaves a cell as it is: formulas and texts of one's own stay.
  if (changed.length > 0) body.values = cells.map((line) => line.map(orAsItIs));
  if (added.length > 0) {
    // Blank rows first: a calculated column of somebody's own fills itself in.
    for (const _ of added) table.rows.add();
    const width = standing.headers.length;
    excelRange(sheet, { top: top + rows, left, bottom: top + rows + added.length - 1, right: left + width - 1 }).values = added.map(
      (line) => line.map(orAsItIs),
    );
    const keyed = columns.map((column) => ({ column, k: wanted.columns.findIndex((one) => one.header === standing.headers[column]) }));
    for (const { column, k } of keyed) setFormat(sheet, wanted.columns[k]?.format ?? null, own(column, rows, added.length));
  }
  const places = [
    ...changed.map(({ row, column }) => ({ row: top + row, column: left + column, value: null })),
    ...added.flatMap((_, k) => columns.map((column) => ({ row: top + rows + k, column: left + column, value: null }))),
  ];
  for (const addresses of addressesOf(columnRuns(places).map(({ area }) => area)))
    sheet.getRanges(addresses).format.fill.color = wanted.changedFill;
  if (heading.values[0]?.[0] === wanted.heading) heading.values = [[wanted.heading], [typedValue(wanted.taken)]];
  return { kind: 'refreshed', sheet: sheet.name, changed: changed.length, added: added.length, gone: gone.length };
}

const orAsItIs = (value: ExcelValue | undefined): string | number | boolean | null => (value === undefined ? null : typedValue(value));

const setFormats = (sheet: Excel.Worksheet, { columns }: RefreshedTable, own: readonly number[], area: Area): void => {
  for (const k of own) setFormat(sheet, columns[k]?.format ?? null, { ...area, left: area.left + k, right: area.left + k });
};

function setFormat(sheet: Excel.Worksheet, format: string | null, area: Area): void {
  if (format !== null) excelRange(sheet, area).numberFormat = Array.from({ length: area.bottom - area.top + 1 }, () => [format]);
}
