import { readFileSync } from 'node:fs';
import type { NewSheet } from '../../../addin/excel/new-sheet.ts';
import { cellsOfMeaning, matrixPlace } from '../../../addin/pane/consolidator/matrix-place.ts';
import { newMatrixSheet } from '../../../addin/pane/consolidator/matrix-sheet.ts';
import { SHEET_COLOURS } from '../../../addin/pane/consolidator/sheet-colours.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import type { RowId } from '../../../core/plan/plan.ts';
import type { Report } from '../../../core/report.ts';
import { matrixOf } from '../../support/some-reports.ts';
import { anExcel, atEachSpeed, closeAll, worked } from '../excel/an-excel.ts';
import { aReport, obligations } from '../web/desk/a-desk.ts';

afterEach(closeAll);

const RATE = 'PL1.I.1.3' as RowId;
const at = new Date('2026-11-28T07:05:00Z');
const answered = (agency: string, entry: Report['indicators'][RowId]): Report =>
  aReport(agency as AgencyId, (report) => ({ ...report, indicators: { ...report.indicators, [RATE]: entry } }));
const matrix = matrixOf(
  [
    answered('STC', { state: 'reported', numerator: 949_999, denominator: 1_000_000 }),
    answered('SYT', { state: 'reported', numerator: 0, denominator: 10 }),
    answered('SNV', { state: 'nothing-arose' }),
    answered('SCT', { state: 'no-figure', explanation: 'Đang rà soát' }),
  ],
  obligations,
);
const { plan, agencies, agency } = obligations;
const sheet = newMatrixSheet(matrix, { plan, agencies, nameOf: (id) => agency.get(id)?.name ?? id, at, hasNotes: true });

const rowOf = (id: string) => sheet.values.findIndex(([code]) => code === id) + 1;
const columnOf = (id: string) => (sheet.values[4]?.indexOf(id) ?? -1) + 1;
const valueAt = (one: NewSheet, row: number, column: number) => one.values[row - 1]?.[column - 1];
/** What the sheet says of one agency's cell: value, fill, number format, note. */
function cellOf(id: string, row: string = RATE) {
  const [line, column] = [rowOf(row), columnOf(id)];
  const own = sheet.looks
    .filter(({ areas }) => areas.some((one) => one.top <= line && one.bottom >= line && one.left <= column && one.right >= column))
    .map(({ look }) => look);
  return {
    value: valueAt(sheet, line, column),
    fill: own.findLast(({ fill }) => fill)?.fill,
    format: own.findLast(({ numberFormat }) => numberFormat)?.numberFormat ?? null,
    note: sheet.notes.find((one) => one.row === line && one.column === column)?.text.split('\n')[0] ?? null,
  };
}

test('a figure is a number with its sign in the format; a zero, nothing arisen, no figure and not reported are four different cells', () => {
  expect(['STC', 'SYT', 'SNV', 'SCT', 'SKHCN'].map((id) => cellOf(id))).toEqual([
    { value: 0.949999, fill: '#FFF4DB', format: '"▲ "0.00%', note: '▲ 94,9999% (949.999/1.000.000), Dưới mức của chỉ tiêu, còn hạn' },
    { value: 0, fill: '#FFF4DB', format: '"▲ "0.00%', note: '▲ 0% (0/10), Dưới mức của chỉ tiêu, còn hạn' },
    { value: '– Không phát sinh', fill: '#FFFFFF', format: null, note: '– Không phát sinh' },
    { value: '? Chưa có số liệu', fill: '#F1F3F5', format: null, note: '? Chưa có số liệu' },
    { value: '○ Chưa báo cáo', fill: '#F1F3F5', format: null, note: null },
  ]);
});

test('21 indicators by 112 agencies, the head and the codes kept in view, the title with period and time', () => {
  expect([sheet.values.length, sheet.values.map((row) => row.length).every((length) => length === 7 + 112)]).toEqual([5 + 21, true]);
  expect(sheet.frozen).toEqual({ rows: 5, columns: 2 });
  expect([sheet.title, sheet.whenTaken]).toEqual(['Ma trận 2026 14h05 28-11', 'number']);
  expect(valueAt(sheet, 1, 1)).toBe('MA TRẬN KẾT QUẢ CÁC CHỈ TIÊU KỲ 2026');
});

test('the colours are those of the screen', () => {
  const tokens = readFileSync('addin/ui/tokens.css', 'utf8').split('@media')[0]!;
  for (const tone of ['met', 'below', 'missed', 'missing'] as const) {
    expect(tokens).toContain(`--${tone}: ${SHEET_COLOURS[tone].ink.toLowerCase()}`);
    expect(tokens).toContain(`--${tone}-ground: ${SHEET_COLOURS[tone].fill.toLowerCase()}`);
  }
});

atEachSpeed(() => {
  test('written into Excel and read again, a cell knows its row and agency by the sheet’s own codes', async () => {
    const { host, model, port } = anExcel();
    const { title } = worked(await port.addSheet(sheet));
    expect(host.batches).toBeLessThanOrEqual(6);
    const place = (row: number, column: number, of = title) => {
      const values = cellsOfMeaning({ row, column }).map((cell) => model.sheet(of).at(cell.row, cell.column).value || null);
      return matrixPlace({ sheet: of, row, column, values }, agency);
    };
    expect(place(rowOf(RATE), columnOf('STC'))).toMatchObject({ period: '2026', row: RATE, agency: { id: 'STC' }, value: 0.949999 });
    expect([place(4, columnOf('STC')), place(5, columnOf('STC')), place(rowOf(RATE), 2), place(2, 2, 'Phụ lục I')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(model.sheet(title).at(rowOf(RATE), columnOf('STC')).numberFormat).toBe('"▲ "0.00%');
    expect(model.sheet(title).notes).toHaveLength(sheet.notes.length);
  });

  test('one Ctrl+Z takes the figures of a new sheet back; where Excel cannot group its notes it is written all the same, and once', async () => {
    const { model, port } = anExcel();
    const { title } = worked(await port.addSheet(sheet));
    expect(model.undoStack.names).toEqual(['add-in']);
    model.undo();
    expect(model.sheet(title).used()).toBeNull();
    closeAll();
    const other = anExcel({ ungrouped: ['notes'] });
    expect(worked(await other.port.addSheet(sheet))).toEqual({ title: sheet.title, notes: sheet.notes.length });
    expect(other.model.sheets.map((one) => one.title)).toEqual(['Phụ lục I', 'Hướng dẫn', sheet.title]);
  });
});
