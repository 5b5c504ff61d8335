import type { RefreshedTable } from '../../../addin/excel/refreshed-table.ts';
import type { ModelSheet } from '../../support/excel/sheet.ts';
import { anExcel, atEachSpeed, closeAll, worked } from './an-excel.ts';

afterEach(closeAll);

const ROWS: RefreshedTable['rows'] = [
  ['STC', 'Sở Tài chính', 'Đã gửi', 3],
  ['SYT', 'Sở Y tế', 'Chưa gửi', 0],
  ['SNV', '=Sở Nội vụ', 'Chưa gửi', 0.5],
];
const wanted = (rows = ROWS, taken = 'Lấy lúc 14:05'): RefreshedTable => ({
  name: 'PhuLuc_Thu_2026',
  sheet: 'Tình hình 2026',
  heading: 'TÌNH HÌNH BÁO CÁO KỲ 2026',
  taken,
  columns: [
    { header: 'Mã', width: 10, format: null },
    { header: 'Đơn vị', width: 40, format: null },
    { header: 'Tình trạng', width: 20, format: null },
    { header: 'Muộn', width: 8, format: '0.0' },
  ],
  rows,
  goneText: 'Không còn trong danh sách',
  changedFill: '#DCE9FB',
});
const changed = (...more: RefreshedTable['rows']): RefreshedTable['rows'] => [
  ...ROWS.map((row) => (row[0] === 'SYT' ? ['SYT', 'Sở Y tế', 'Đã gửi', 0] : row)),
  ...more,
];

/** Rows of the sheet as they read, from column A. */
const rowsOf = (sheet: ModelSheet, top: number, bottom: number, width = 4) =>
  Array.from({ length: bottom - top + 1 }, (_, k) => Array.from({ length: width }, (_, n) => sheet.at(top + k, n + 1).value));
const fillAt = (sheet: ModelSheet, row: number, column: number) =>
  sheet.formats.findLast(
    ({ name, area }) => name === 'fill' && area.top <= row && area.bottom >= row && area.left <= column && area.right >= column,
  )?.value ?? null;

async function written(knobs: Parameters<typeof anExcel>[0] = {}) {
  const excel = anExcel(knobs);
  expect(worked(await excel.port.putTable(wanted()))).toEqual({ kind: 'written', sheet: 'Tình hình 2026' });
  excel.host.seen.length = 0;
  return { ...excel, sheet: excel.model.sheet('Tình hình 2026') };
}

atEachSpeed(() => {
  test('a table is written once as a table of Excel, in a sheet of its own', async () => {
    const { host, model, port } = anExcel();
    worked(await port.putTable(wanted()));
    expect(host.batches).toBeLessThanOrEqual(2);
    const sheet = model.sheet('Tình hình 2026');
    expect(model.tables.all).toMatchObject([{ name: 'PhuLuc_Thu_2026', area: { top: 4, left: 1, bottom: 7, right: 4 } }]);
    expect(rowsOf(sheet, 1, 7)).toEqual([
      ['TÌNH HÌNH BÁO CÁO KỲ 2026', '', '', ''],
      ['Lấy lúc 14:05', '', '', ''],
      ['', '', '', ''],
      ['Mã', 'Đơn vị', 'Tình trạng', 'Muộn'],
      ['STC', 'Sở Tài chính', 'Đã gửi', 3],
      ['SYT', 'Sở Y tế', 'Chưa gửi', 0],
      ['SNV', '=Sở Nội vụ', 'Chưa gửi', 0.5],
    ]);
    expect([sheet.at(7, 2).formula, sheet.at(7, 4).numberFormat, sheet.frozen?.bottom]).toEqual([null, '0.0', 4]);
  });

  test('it is refreshed in place by its keys: order, columns and formulas of one’s own stay, what changed is seen, one Ctrl+Z takes it back', async () => {
    const { host, model, port, sheet } = await written();
    // Somebody sorted it, put a column of their own in front, one behind with a formula, and a line below.
    model.sortRows('Tình hình 2026', 5, [7, 6, 5]);
    for (let row = 4; row <= 7; row++) sheet.put(row, 5, { value: row === 4 ? 'Người gọi' : `chị ${row}` });
    sheet.put(5, 6, { value: 1, formula: '=[@Muộn]*2' });
    sheet.put(4, 6, { value: 'Gấp đôi' });
    sheet.put(9, 1, { value: 'dòng riêng' });
    model.tables.all[0]!.area = { top: 4, left: 1, bottom: 7, right: 6 };
    const before = rowsOf(sheet, 1, 9, 6);
    const outcome = worked(await port.putTable(wanted(changed(['SXD', 'Sở Xây dựng', 'Đã gửi', 1]), 'Lấy lúc 15:00')));
    expect(outcome).toEqual({ kind: 'refreshed', sheet: 'Tình hình 2026', changed: 1, added: 1, gone: 0 });
    expect(host.batches).toBeLessThanOrEqual(2);
    expect(model.sheets.map(({ title }) => title)).toEqual(['Phụ lục I', 'Hướng dẫn', 'Tình hình 2026']);
    expect(rowsOf(sheet, 2, 10, 6)).toEqual([
      ['Lấy lúc 15:00', '', '', '', '', ''],
      ['', '', '', '', '', ''],
      ['Mã', 'Đơn vị', 'Tình trạng', 'Muộn', 'Người gọi', 'Gấp đôi'],
      ['SNV', '=Sở Nội vụ', 'Chưa gửi', 0.5, 'chị 5', 1],
      ['SYT', 'Sở Y tế', 'Đã gửi', 0, 'chị 6', ''],
      ['STC', 'Sở Tài chính', 'Đã gửi', 3, 'chị 7', ''],
      ['SXD', 'Sở Xây dựng', 'Đã gửi', 1, '', ''],
      ['', '', '', '', '', ''],
      ['dòng riêng', '', '', '', '', ''],
    ]);
    expect([sheet.at(5, 6).formula, sheet.at(8, 4).numberFormat]).toEqual(['=[@Muộn]*2', '0.0']);
    const filled = [fillAt(sheet, 6, 3), fillAt(sheet, 6, 4), fillAt(sheet, 5, 3), fillAt(sheet, 8, 1), fillAt(sheet, 6, 5)];
    expect(filled).toEqual(['#DCE9FB', null, null, '#DCE9FB', null]);
    expect(model.undo()).toBe('add-in');
    expect(rowsOf(sheet, 1, 9, 6)).toEqual(before);
    expect([model.tables.all[0]?.area.bottom, fillAt(sheet, 6, 3)]).toEqual([7, null]);
    worked(await port.putTable(wanted(changed(), 'Lấy lúc 15:10')));
    // Once more: nothing is another than before, and nothing looks changed.
    expect(worked(await port.putTable(wanted(changed())))).toMatchObject({ changed: 0, added: 0, gone: 0 });
    expect(fillAt(sheet, 6, 3)).toBeNull();
  });

  test('a row that has gone from the data stays with what stands beside it, and says so; a column that somebody took out stays out', async () => {
    const { model, port, sheet } = await written();
    sheet.put(4, 3, { value: 'Việc' });
    const outcome = worked(await port.putTable(wanted(ROWS.slice(1))));
    expect(outcome).toEqual({ kind: 'refreshed', sheet: 'Tình hình 2026', changed: 1, added: 0, gone: 1 });
    expect(rowsOf(sheet, 5, 6)).toEqual([
      ['STC', 'Không còn trong danh sách', 'Đã gửi', 3],
      ['SYT', 'Sở Y tế', 'Chưa gửi', 0],
    ]);
    sheet.put(4, 1, { value: 'Số' });
    expect(worked(await port.putTable(wanted(changed())))).toEqual({ kind: 'without-key', sheet: 'Tình hình 2026' });
    expect(model.valueAt('Tình hình 2026', 'C6')).toBe('Chưa gửi');
  });

  test('an Excel that cannot group new rows writes them all the same, and once', async () => {
    const { port, sheet } = await written({ ungrouped: ['rows'] });
    const outcome = worked(await port.putTable(wanted(changed(['SXD', 'Sở Xây dựng', 'Đã gửi', 1]))));
    expect(outcome).toMatchObject({ kind: 'refreshed', added: 1 });
    expect(rowsOf(sheet, 5, 9, 1).flat()).toEqual(['STC', 'SYT', 'SNV', 'SXD', '']);
  });
});

test('a protected sheet says so, and its table stays as it was', async () => {
  const { model, port, sheet } = await written();
  model.protect('Tình hình 2026');
  const refused = await port.putTable(wanted(changed()));
  expect(refused.ok ? null : refused.error.kind).toBe('protected');
  expect(sheet.at(6, 3).value).toBe('Chưa gửi');
});

test('112 rows cost no more than six', async () => {
  const { host, port } = anExcel();
  const rows = Array.from({ length: 112 }, (_, k) => [`DV${k}`, `Đơn vị ${k}`, 'Chưa gửi', k]);
  worked(await port.putTable(wanted(rows)));
  worked(await port.putTable(wanted(rows.map(([id, name, , late = 0]) => [id!, name!, 'Đã gửi', late]))));
  expect(host.batches).toBeLessThanOrEqual(4);
});
