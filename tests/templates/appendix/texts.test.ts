import { spawnSync } from 'node:child_process';
import type { Report } from '../../../core/report.ts';
import { readWorkbook } from '../../../xlsx/read/read-workbook.ts';
import { aBuiltAppendix, aRequest } from './a-built-appendix.ts';

const aReport = (explanation: string, summary = ''): Report =>
  ({
    plan: 'QNG-CQS-2026-2030',
    period: '2026',
    agency: 'SKHCN',
    indicators: { 'PL1.I.1.3': { state: 'reported', numerator: 1, denominator: 2, explanation } },
    tasks: { 'PL2.I.2': { status: 'done', document: '=HYPERLINK("http://x")', summary } },
  }) as unknown as Report;

const explained = async (text: string) => {
  const book = await aBuiltAppendix(aRequest('2026', [aReport(text)]));
  return { book, cell: book.table('Nguồn số liệu', 'Mã')[0]?.['Giải trình'] };
};

test.each(['=1+1', '+84 255', '-5%', '@SUM(A1)'])('the free text %s stays text', async (text) => {
  const { book, cell } = await explained(text);
  expect([cell?.value, cell?.formula]).toEqual([text, null]);
  const style = book.parts['xl/styles.xml']?.split('<cellXfs')[1]?.split(/(?=<xf )/)[(cell?.style ?? 0) + 1];
  expect(style).toContain('quotePrefix="1"');
});

test('a document that looks like a formula stays text in the official table', async () => {
  const { book } = await explained('');
  const cell = book.table('Phụ lục II', 'Mã').find(({ Mã }) => Mã?.value === 'PL2.I.2')?.['Văn bản, sản phẩm; lý do'];
  expect([cell?.value, cell?.formula]).toEqual(['=HYPERLINK("http://x")', null]);
});

test.each([
  ['control characters', 'a\u0000b\u0007c\rd', 'a\u0000b\u0007c\rd'],
  ['what only looks like an escape', '_x0041_', '_x0041_'],
  ['half a surrogate pair', 'a\ud800b', 'a\ufffdb'],
  ['markup and line breaks', '<b>&amp;</b>\n"x" 𝄞', '<b>&amp;</b>\n"x" 𝄞'],
])('%s can be read again', async (_, text, again) => {
  const { book } = await explained(text);
  const read = readWorkbook(book.bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const values = read.value.grids
    .find(({ title }) => title === 'Nguồn số liệu')
    ?.rows.flatMap(({ cells }) => cells.map(({ value }) => value));
  expect(values).toContain(again);
});

test('a text beyond the length that a cell may have is cut, not refused', async () => {
  const { cell } = await explained('ă'.repeat(40_000));
  expect(cell?.value).toHaveLength(32_767);
});

test('the bytes are the same in any time zone and language', () => {
  const hash = (zone: string, language: string) =>
    spawnSync(process.execPath, ['tools/run.mjs', 'tests/templates/appendix/print-hash.ts'], {
      env: { ...process.env, TZ: zone, LANG: language, LC_ALL: language },
      encoding: 'utf8',
    }).stdout;
  const first = hash('Asia/Ho_Chi_Minh', 'vi_VN.UTF-8');
  expect(first).toMatch(/^[0-9a-f]{64}\n$/);
  expect(hash('America/New_York', 'tr_TR.UTF-8')).toBe(first);
});
