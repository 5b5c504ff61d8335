import type ExcelJS from 'exceljs';
import { readBook } from '../../../core/plan/book/read-book.ts';
import { bookFindings } from '../../../core/wording/book-faults.ts';
import agencies from '../../../seeds/agencies.json';
import plan from '../../../seeds/plan.json';
import { buildPlanWorkbook } from '../../../templates/plan-workbook/build-plan-workbook.ts';
import { readWorkbook } from '../../../xlsx/read/read-workbook.ts';
import { changedPlanBook, planCell } from '../../support/plan-book.ts';

/** What is told of the seeds' workbook after a change, a line each: severity, rule, sheet, cell, row. */
async function toldAfter(change: (book: ExcelJS.Workbook) => void): Promise<string[]> {
  const workbook = readWorkbook(await changedPlanBook(await buildPlanWorkbook({ plan, agencies }), change));
  if (!workbook.ok) throw new Error(workbook.error.rule);
  return bookFindings(readBook(workbook.value), 'ke-hoach.xlsx').map(({ severity, rule, sheet, cell, row }) =>
    [severity, rule, sheet, cell, row].filter(Boolean).join(' '),
  );
}

test('a workbook that was opened and saved has nothing to tell', async () => {
  expect(await toldAfter(() => undefined)).toEqual([]);
});

test.each([
  ['Phụ lục I', 'PL1.I.1.3', 'Đơn vị báo cáo', 'SBM', 'error unknown-agency'],
  ['Phụ lục I', 'PL1.I.1.3', 'Ngày đến hạn', '31/02/2027', 'error no-such-day'],
  ['Phụ lục I', 'PL1.I.1.3', 'Cách tính', 'bình quân', 'error shape'],
  ['Phụ lục I', 'PL1.I.1.3', 'Mức phải đạt', 'chín mươi', 'error shape'],
  ['Phụ lục II', 'PL2.I.2', 'Mục', 'IX', 'error unknown-section'],
  ['Đơn vị', 'STC', 'Mã', 'SNV', 'error twice'],
  ['Đơn vị', 'STC', 'Đang dùng', 'có lẽ', 'error shape'],
])('%s %s, %s: “%s” is told at its cell', async (sheet, id, header, value, told) => {
  let place = '';
  const found = await toldAfter((book) => {
    const cell = planCell(book, sheet, id, header);
    cell.value = value;
    place = `${sheet} ${cell.address}`;
  });
  expect(found.filter((line) => line.startsWith('error'))).toContainEqual(expect.stringContaining(`${told} ${place}`));
});

test('names are read as ids, and numbers as people type them', async () => {
  const told = await toldAfter((book) => {
    planCell(book, 'Phụ lục I', 'PL1.I.1.3', 'Đơn vị báo cáo').value = 'Các sở, ban, ngành; XA';
    planCell(book, 'Phụ lục I', 'PL1.I.1.3', 'Mức phải đạt').value = '≥ 95 %';
    planCell(book, 'Đơn vị', 'STC', 'Đang dùng').value = 'CÓ.';
  });
  expect(told.filter((line) => line.startsWith('error'))).toEqual([]);
});

test('a sheet, a part or a column that is gone is named, and what stands outside is not passed over in silence', async () => {
  expect(await toldAfter((book) => book.removeWorksheet('Phụ lục II'))).toContainEqual(
    expect.stringMatching(/^error no-such-sheet Kế hoạch C\d+$/),
  );
  expect(
    await toldAfter((book) => {
      const sheet = book.getWorksheet('Đơn vị');
      if (sheet) sheet.getCell('B2').value = 'Tên';
    }),
  ).toContainEqual(expect.stringMatching(/^error no-such-column Đơn vị A2/));
  expect(await toldAfter((book) => (book.addWorksheet('Nháp').getCell('A1').value = 'ghi chú'))).toEqual(['warning not-read Nháp A1']);
});
