import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IndicatorRow } from '../../../core/matrix.ts';
import type { RowResult } from '../../../core/measures/schemas.ts';
import { VERDICT_WORDS } from '../../../core/wording/labels.ts';
import type { AppendixRequest } from '../../../templates/appendix/appendix-request.ts';
import { fc } from '../../support/properties.ts';
import { convert, describeWithSoffice } from '../../support/soffice.ts';
import { someReports } from '../../support/some-reports.ts';
import { aBuiltAppendix, aRequest, type BuiltAppendix, reopened, SHEETS, type TableRow } from './a-built-appendix.ts';

const last2027 = aRequest('2027');
const REQUESTS: Readonly<Record<string, AppendixRequest>> = {
  'made-up reports of 2026': aRequest('2026'),
  'made-up reports of 2027 after 2026': aRequest('2027', undefined, aRequest('2026').matrix),
  'made-up reports of 2028, with levels, answers and a level for each agency': aRequest('2028', undefined, last2027.matrix),
  'a period in which nobody has reported': aRequest('2028', []),
  ...Object.fromEntries(
    ['2027', '2030'].flatMap((period) =>
      fc
        .sample(someReports(period), { numRuns: 3, seed: 7 })
        .map((reports, k) => [`any reports of ${period}, ${k + 1}`, aRequest(period, reports)]),
    ),
  ),
};
const built = new Map<string, BuiltAppendix>();
beforeAll(async () => {
  for (const [name, request] of Object.entries(REQUESTS)) built.set(name, await aBuiltAppendix(request));
});
const bookOf = (name: string): BuiltAppendix => built.get(name)!;

const number = (row: TableRow, header: string): number | null => (row[header]?.value ? Number(row[header].value) : null);

/** What a row of the matrix sheet says of the province. */
const shown = (row: TableRow) => ({
  id: row.Mã?.value,
  figures: [number(row, 'Tử số'), number(row, 'Mẫu số')],
  result: number(row, 'Kết quả toàn tỉnh'),
  coverage: ['Phải báo cáo', 'Có số liệu', 'Không phát sinh', 'Chưa có số liệu', 'Chưa báo cáo'].map((header) => number(row, header)),
  redone: row['Tính lại bằng công thức']?.value,
});

const numbersOf = (result: RowResult | null) => (result ?? {}) as Readonly<Partial<Record<string, number>>>; // no kind's result holds words

function wanted({ id, result, coverage, verdict }: IndicatorRow) {
  const { obliged, reported, nothingArose, noFigure, missing } = coverage;
  const { level, yes, meeting, obliged: asked, numerator, denominator } = numbersOf(result);
  const [part, whole] = [yes ?? meeting ?? numerator ?? null, asked ?? denominator ?? null];
  return {
    id,
    figures: [part, whole],
    result: part !== null && whole !== null ? part / whole : (level ?? null),
    coverage: [obliged, reported, nothingArose, noFigure, missing],
    redone: VERDICT_WORDS[verdict],
  };
}

const byId = (one: { id: string | undefined }, two: { id: string | undefined }) => String(one.id).localeCompare(String(two.id), 'en');

test.each(Object.keys(REQUESTS))('totals of %s are live and show the matrix’s own figures', (name) => {
  const rows = bookOf(name).table('Ma trận', 'Mã');
  expect(rows.map(shown).sort(byId)).toEqual(REQUESTS[name]!.matrix.indicators.map(wanted).sort(byId));
  const due = rows.filter((row) => number(row, 'Phải báo cáo') !== 0);
  expect(due.filter((row) => row['Kết quả toàn tỉnh']?.formula === null)).toEqual([]);
});

test('each agency that must reach a target by itself is marked in the sources, and the rate of all stands beside', () => {
  const { matrix } = REQUESTS['made-up reports of 2028, with levels, answers and a level for each agency']!;
  const { meeting, numerator, denominator } = numbersOf(matrix.indicators.find(({ id }) => id === 'PL1.II.2.4')!.result);
  const book = bookOf('made-up reports of 2028, with levels, answers and a level for each agency');
  const marks = book
    .table('Nguồn số liệu', 'Mã')
    .filter(({ Mã }) => Mã?.value === 'PL1.II.2.4')
    .map((row) => row['Đạt mức']?.value);
  expect(marks.filter((mark) => mark === '1')).toHaveLength(meeting!);
  const row = book.table('Ma trận', 'Mã').find(({ Mã }) => Mã?.value === 'PL1.II.2.4')!;
  expect(number(row, 'Tỷ lệ chung (tham khảo)')).toBeCloseTo(numerator! / denominator!, 12);
});

test('the official table shows the figures of the matrix as texts with Vietnamese separators', () => {
  const { matrix } = REQUESTS['made-up reports of 2026']!;
  const shown = new Map(
    bookOf('made-up reports of 2026')
      .table('Phụ lục I', 'Mã')
      .map((row) => [row.Mã?.value, row['Kết quả thực hiện']]),
  );
  const rates = matrix.indicators.filter(({ result }) => result !== null && 'numerator' in result);
  const told = rates.map(({ id }) => shown.get(id)?.value ?? '');
  expect(told.filter((text) => !/^(gần )?\d+(,\d+)?% \(\d{1,3}(\.\d{3})*\/\d{1,3}(\.\d{3})*\)$/.test(text))).toEqual([]);
  expect(told.length).toBeGreaterThan(5);
});

test('94,9996 % of 95 % is not shown as the target', async () => {
  const reports = [
    {
      plan: 'QNG-CQS-2026-2030',
      period: '2026',
      agency: 'STC',
      indicators: { 'PL1.I.1.3': { state: 'reported', numerator: 949_996, denominator: 1_000_000 } },
      tasks: {},
    },
  ];
  const book = await aBuiltAppendix(aRequest('2026', reports as never));
  const row = book.table('Ma trận', 'Mã').find(({ Mã }) => Mã?.value === 'PL1.I.1.3');
  expect(book.formatOf(row?.['Kết quả toàn tỉnh'])).toBe('[$-42A]0.0000%');
});

describeWithSoffice('worked out once more by LibreOffice', () => {
  test('all formulas come to the values that the workbook was written with', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'phuluc-appendix-'));
    try {
      const files = [...built].map(([, { bytes }], k) => {
        const file = join(folder, `${k}.xlsx`);
        writeFileSync(file, bytes);
        return file;
      });
      const converted = await convert(files, 'xlsx:Calc MS Excel 2007 XML', join(folder, 'again'), 110_000);
      const again = converted.map((file) => reopened(readFileSync(file)));
      const off = [...built].flatMap(([name, book], k) =>
        SHEETS.flatMap((title) => differences(`${name}, ${title}`, book.sheet(title).cells, again[k]!.sheet(title).cells)),
      );
      expect(off).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

function differences(
  where: string,
  before: ReadonlyMap<string, { value: string; formula: string | null }>,
  after: ReadonlyMap<string, { value: string }>,
): string[] {
  return [...before].flatMap(([place, { value, formula }]) => {
    if (formula === null) return [];
    const now = after.get(place)?.value ?? '';
    const same = value !== '' && now !== '' && Math.abs(Number(value) - Number(now)) <= 1e-9 * Math.max(1, Math.abs(Number(value)));
    return same || now === value ? [] : [`${where} ${place}: ${value} became ${now}`];
  });
}
