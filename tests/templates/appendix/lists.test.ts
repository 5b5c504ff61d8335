import type { AgencyId } from '../../../core/plan/agency.ts';
import { aBuiltAppendix, aRequest, type BuiltAppendix, idsIn } from './a-built-appendix.ts';

const before = aRequest('2027');
const late = aRequest('2028', undefined, before.matrix);
const request = aRequest('2026');
let book: BuiltAppendix;
beforeAll(async () => {
  book = await aBuiltAppendix(request);
});

test.each([request, before, late])('what is flagged stands once, and nothing else', async (one) => {
  const { indicators, tasks } = one.matrix;
  const flagged = [...indicators, ...tasks].filter(({ why }) => why.flagged);
  const built = await aBuiltAppendix(one);
  expect(idsIn(built, 'Chỉ tiêu chưa đạt')).toEqual(flagged.map(({ id }) => id));
  expect(built.table('Chỉ tiêu chưa đạt', 'Mã').map((row) => row['Lý do']?.value)).toEqual(flagged.map(({ why }) => why.sentence));
});

test('the agencies that pull a figure down are named, ten at most, and the rest counted', () => {
  const rows = book.table('Chỉ tiêu chưa đạt', 'Mã');
  const names = rows.find(({ Mã }) => Mã?.value === 'PL1.I.1.3')?.['Đơn vị làm giảm kết quả nhiều nhất']?.value ?? '';
  expect(names.split('; ')).toHaveLength(10);
  expect(names).toMatch(/ và \d+ đơn vị khác$/);
  expect(rows.find(({ Mã }) => Mã?.value === 'PL1.I.1.1')?.['Đơn vị làm giảm kết quả nhiều nhất']?.value).toBe(
    'Số liệu toàn tỉnh do VP UBND báo cáo',
  );
});

test('where nothing is flagged, the sheet says so', async () => {
  const built = await aBuiltAppendix(aRequest('2026', []));
  expect(idsIn(built, 'Chỉ tiêu chưa đạt')).toEqual([]);
  expect([...built.sheet('Chỉ tiêu chưa đạt').cells.values()].at(-1)?.value).toBe(
    'Không có chỉ tiêu nào chưa đạt và không có nhiệm vụ nào quá hạn.',
  );
});

test('each agency stands once in the report’s progress, those without a report first', () => {
  const { obligations, matrix } = request;
  const rows = book.table('Tình hình báo cáo', 'Mã đơn vị');
  expect(rows.map((row) => row['Mã đơn vị']?.value).sort()).toEqual(obligations.agencies.map(({ id }) => id).sort());
  const words = rows.map((row) => row['Tình trạng']?.value ?? '');
  expect(words.filter((word) => word !== '✓ Đã gửi')).toHaveLength(matrix.agencies.missing.length);
  expect(words.lastIndexOf('✕ Có lỗi, chưa tính')).toBeLessThan(words.indexOf('✓ Đã gửi'));
  expect(words[0]).toBe('○ Chưa gửi');
});

test('rows filled and owed are counted for each agency', () => {
  const rows = book.table('Tình hình báo cáo', 'Mã đơn vị');
  const of = (agency: string) => {
    const row = rows.find((one) => one['Mã đơn vị']?.value === agency);
    return ['Chỉ tiêu phải điền', 'Nhiệm vụ phải điền'].map((header) => Number(row?.[header]?.value));
  };
  expect([of('XA-21211'), of('SKHCN'), of('CAT')]).toEqual([
    [7, 6],
    [9, 33],
    [10, 21],
  ]);
});

test('every reported figure has its row in the sources, with the cell that it was read from', () => {
  const reported = request.matrix.indicators.flatMap(({ id, cells }) =>
    Object.entries(cells).flatMap(([agency, cell]) => (cell?.state === 'reported' ? [{ id, agency, cell }] : [])),
  );
  const rows = book.table('Nguồn số liệu', 'Mã');
  const keyOf = (id: string | undefined, agency: string | undefined) => `${id} ${agency}`;
  const found = new Map(rows.map((row) => [keyOf(row.Mã?.value, row['Mã đơn vị']?.value), row]));
  expect([rows.length, found.size]).toEqual([reported.length, reported.length]);
  const wrong = reported.filter(({ id, agency, cell }) => {
    const row = found.get(keyOf(id, agency));
    const figure = cell.value ?? cell.numerator;
    const at = cell.value === undefined ? row?.['Tử số'] : row?.['Giá trị'];
    return at?.value !== String(figure) || row?.Tệp?.value !== cell.source?.file || row?.Ô?.value !== cell.source?.cell;
  });
  expect(wrong).toEqual([]);
});

test('a stored version is named where the figures come from the store', async () => {
  const { matrix } = request;
  const source = { version: 3, at: '2026-11-20T07:05:00Z' };
  const [first, ...rest] = matrix.indicators;
  const cells = { ...first!.cells, ['STC' as AgencyId]: { state: 'reported' as const, numerator: 1, denominator: 2, source } };
  const built = await aBuiltAppendix({ ...request, matrix: { ...matrix, indicators: [{ ...first!, cells }, ...rest] } });
  const row = built.table('Nguồn số liệu', 'Mã').find((one) => one['Mã đơn vị']?.value === 'STC');
  expect([row?.['Lần nộp']?.value, Number(row?.['Thời điểm']?.value)]).toEqual(['3', expect.closeTo(46346 + (14 * 60 + 5) / 1440, 6)]);
});

test('no number stands where nothing is reported', () => {
  const { agencies } = request.obligations;
  const rows = book.table('Ma trận', 'Mã');
  const wrong = request.matrix.indicators.flatMap(({ id, cells }) =>
    agencies.filter((agency) => {
      const shown = rows.find(({ Mã }) => Mã?.value === id)?.[agency.shortName]?.value ?? '';
      const sign = { reported: /^(\d|Có$|Không$)/, 'nothing-arose': /^–$/, 'no-figure': /^…$/, 'not-reported': /^○$/ };
      const state = cells[agency.id]?.state;
      return !(state ? sign[state] : /^$/).test(shown);
    }),
  );
  expect(wrong).toEqual([]);
});
