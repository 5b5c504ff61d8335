import { bothCounts } from '../../../core/rules/both-counts.ts';
import { changedHundredfold } from '../../../core/rules/changed-hundredfold.ts';
import { figureNeeded } from '../../../core/rules/figure-needed.ts';
import { notAWorkbook } from '../../../core/rules/files.ts';
import { headingDiffers } from '../../../core/rules/heading-differs.ts';
import { identityOtherPeriod } from '../../../core/rules/identity.ts';
import { shownOtherwise } from '../../../core/rules/looks.ts';
import { progressAboveWhole } from '../../../core/rules/progress.ts';
import { rowUnknown } from '../../../core/rules/rows.ts';
import { twoWorkbooks } from '../../../core/rules/two-workbooks.ts';

const at = { row: null, column: 'Tử số' };

test('the count that is missing is the one that is asked for', () => {
  expect(bothCounts.sentence({ missing: 'denominator' }, at)).toMatch(
    /^Có tử số nhưng chưa có mẫu số\. Nhập mẫu số; .*“Không phát sinh”\.$/,
  );
  expect(bothCounts.sentence({ missing: 'numerator' }, at)).toMatch(/^Có mẫu số nhưng chưa có tử số\. Nhập tử số; .* nhập 0\.$/);
});

test('a denominator rose or fell, and its reason is asked for or looked at', () => {
  const said = (before: number, now: number, explained: boolean) =>
    changedHundredfold.sentence({ before, now, period: '2025', explained }, at);
  expect(said(1000, 200_000, false)).toBe(
    'Mẫu số tăng từ 100 lần trở lên so với kỳ 2025 (từ 1.000 lên 200.000). Kiểm tra lại số liệu; nếu đúng, ghi lý do ở cột Giải trình.',
  );
  expect(said(200_000, 1000, true)).toBe(
    'Mẫu số giảm từ 100 lần trở lên so với kỳ 2025 (từ 200.000 xuống 1.000). Kiểm tra lại số liệu; nếu đúng, xem Giải trình đã nêu lý do chưa.',
  );
});

test('a figure of a kind that this release does not know is missed in general words', () => {
  expect(figureNeeded.sentence({ of: 'của bản khác' }, at)).toBe('Tình trạng là “Có số liệu” nhưng chưa có số liệu.');
});

test('a file that a spreadsheet program can open is to be saved anew, any other is not', () => {
  const said = (['xls', 'ods', 'csv', 'pdf', 'word'] as const).map((looksLike) => notAWorkbook.sentence({ looksLike }, at));
  expect(said.map((sentence) => sentence.includes('Lưu thành (Save As)'))).toEqual([true, true, true, false, false]);
  expect(said.map((sentence) => sentence.endsWith('Gửi biểu Phụ lục ở dạng .xlsx.'))).toEqual([false, false, false, true, true]);
});

test('a heading differs from an agency or from a period', () => {
  expect(headingDiffers.sentence({ text: 'NĂM 2025', expected: '2026' }, at)).toContain('“NĂM 2025”, trong khi biểu này là của kỳ 2026.');
  expect(headingDiffers.sentence({ text: 'UBND xã A', expected: 'UBND xã B' }, at)).toContain('trong khi biểu này là của UBND xã B.');
});

test('a form of another period is told which one is wanted, where one is', () => {
  expect(identityOtherPeriod.sentence({ found: '2027', expected: '2026' }, at)).toBe(
    'Biểu thuộc kỳ “2027”, không phải kỳ 2026. Dùng biểu của kỳ 2026.',
  );
  expect(identityOtherPeriod.sentence({ found: '1999', expected: null }, at)).toBe(
    'Kỳ báo cáo “1999” không thuộc kế hoạch. Tải lại biểu của kỳ cần báo cáo.',
  );
});

test('a cell is struck out, shows something else, or shows nothing', () => {
  expect(shownOtherwise.sentence({ as: 'struck', shown: '' }, at)).toContain('đang bị gạch ngang nhưng vẫn được tính');
  expect(shownOtherwise.sentence({ as: 'text', shown: '95' }, at)).toContain('làm ô hiện “95”, khác với giá trị trong ô');
  expect(shownOtherwise.sentence({ as: 'text', shown: '' }, at)).toContain('làm ô không hiện gì, khác với giá trị trong ô');
});

test('progress above the whole is asked whether less was meant, where that can be', () => {
  expect(progressAboveWhole.sentence({ percent: 4050, meant: 40.5 }, at)).toBe(
    'Tiến độ 4050% lớn hơn 100%. Có phải đơn vị muốn nhập 40,5%?',
  );
  expect(progressAboveWhole.sentence({ percent: 140, meant: null }, at)).toBe('Tiến độ 140% lớn hơn 100%. Nhập từ 0% đến 100%.');
});

test('a row has a Mã that nobody knows, or none', () => {
  expect(rowUnknown.sentence({ id: 'PL1.X' }, at)).toBe('Mã “PL1.X” không có trong kế hoạch. Sửa lại mã, hoặc xóa dòng thêm.');
  expect(rowUnknown.sentence({ id: null }, at)).toMatch(/^Dòng này có số liệu nhưng không có mã\./);
});

test('of two files with one content none is called older', () => {
  const said = (workbooks: number) => twoWorkbooks.sentence({ files: ['a.xlsx', 'b.xlsx'], counted: 'a.xlsx', workbooks }, at);
  expect([1, 2].map(said)).toEqual([
    'Một đơn vị có nhiều tệp giống hệt nhau: “a.xlsx”, “b.xlsx”. Chỉ tính một lần, theo tệp “a.xlsx”.',
    'Một đơn vị có nhiều tệp: “a.xlsx”, “b.xlsx”. Tệp lưu sau cùng “a.xlsx” được tính; các tệp khác bỏ qua.',
  ]);
});
