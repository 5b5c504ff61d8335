import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Day } from '../../../core/day.ts';
import { toNumber } from '../../../core/fraction.ts';
import { honoursOf } from '../../../core/honours/honours.ts';
import { HONOURS_PARTS } from '../../../core/honours/parts.ts';
import { USUAL_WEIGHTS } from '../../../core/honours/weights.ts';
import { buildHonours } from '../../../templates/honours/build-honours.ts';
import { convert, describeWithSoffice } from '../../support/soffice.ts';
import { aRequest, reopened, type TableRow } from '../appendix/a-built-appendix.ts';
import { cutLines } from '../appendix/cut-lines.ts';
import { convertIn, withoutResults } from '../form/recalculate.ts';

const { obligations, matrix, received } = aRequest('2026');
const firstReceived = new Map(received.map(({ report }, k) => [report.agency, `2026-${k % 9 === 0 ? '12-02' : '11-20'}` as Day]));
const lists = honoursOf({ obligations, matrix, reports: received.map(({ report }) => report), firstReceived }, USUAL_WEIGHTS);
const lines = lists.flatMap((list) => list.lines);
const bytes = buildHonours({ obligations, matrix, lists, weights: USUAL_WEIGHTS });

const rankedIn = (workbook: Uint8Array): TableRow[] =>
  reopened(workbook)
    .table('Danh sách', 'Hạng')
    .filter((row) => row['Mã đơn vị']?.value);
const scores = (workbook: Uint8Array) => rankedIn(workbook).map((row) => Number(Number(row['Điểm (thang 100)']?.value).toFixed(9)));

test('each agency stands in the list once, below its group, with its rank and score', () => {
  const rows = rankedIn(bytes);
  expect(rows.map((row) => [row['Mã đơn vị']?.value, Number(row.Hạng?.value)])).toEqual(lines.map(({ agency, rank }) => [agency, rank]));
  expect(scores(bytes)).toEqual(lines.map(({ score }) => Number(toNumber(score).toFixed(9))));
  expect(reopened(bytes).sheet('Danh sách').cells.get('A5')?.value).toBe('Các sở, ban, ngành');
});

test('the method stands beside the list: every part with its weight and rule, and what the list is not', () => {
  const book = reopened(bytes);
  const method = book.table('Cách tính', 'Phần').filter((row) => row['Quy tắc']);
  expect(method.map((row) => [row.Phần?.value, Number(row['Điểm tối đa']?.value), row['Quy tắc']?.value])).toEqual(
    HONOURS_PARTS.map(({ id, name, rule }) => [name, USUAL_WEIGHTS[id], rule]),
  );
  expect([...book.sheet('Cách tính').cells.values()].some(({ value }) => value.includes('không hiển thị ở trang công khai'))).toBe(true);
});

test('each point leads to the facts behind it', () => {
  const book = reopened(bytes);
  const facts = book.table('Chi tiết', 'Căn cứ');
  // every row behind a point is there once: by its name where it costs points, else with those of which the same is said
  const counted = (said: readonly (string | undefined)[]) => said.reduce((sum, one) => sum + Number(one ?? 0), 0);
  const ofRows = lines.flatMap(({ parts }) => parts.flatMap((part) => part.facts.filter(({ row }) => row !== null)));
  expect(counted(facts.map((line) => line['Số dòng']?.value))).toBe(ofRows.length);
  const costing = facts.filter((line) => line['Tính điểm']?.value.includes('Không được tính'));
  expect(costing.map((line) => line['Số dòng']?.value)).toEqual(ofRows.filter(({ counts }) => counts === 'against').map(() => '1'));
  expect(costing.every((line) => /^[IVX]+\.\S+ \p{Lu}/u.test(line['Dòng của kế hoạch']?.value ?? ''))).toBe(true);
  const links = [...book.sheet('Danh sách').xml.matchAll(/<hyperlink ref="[A-Z]+(\d+)" location="'Chi tiết'!A(\d+)"/g)];
  expect(links.length).toBe(lines.length * HONOURS_PARTS.length);
  const places = book.sheet('Chi tiết').cells;
  const agencies = book.sheet('Danh sách').cells;
  for (const [, from, to] of links) expect(places.get(`A${to}`)?.value).toBe(agencies.get(`C${from}`)?.value);
});

test('agencies of one rank say how many they are, and the method says that nothing tells them apart', () => {
  const book = reopened(bytes);
  const shared = rankedIn(bytes).map((row) => [Number(row.Hạng?.value), Number(row['Số đơn vị cùng hạng']?.value ?? 1) || 1]);
  expect(shared).toEqual(lines.map(({ rank, sharing }) => [rank, sharing]));
  expect(lines.some(({ sharing }) => sharing > 1)).toBe(true);
  const said = [...book.sheet('Cách tính').cells.values()].map(({ value }) => value).join('\n');
  expect(said).toMatch(/cùng hạng.*không có tiêu chí phụ/);
});

test('no line above the tables is cut off at the edge of the paper', () => {
  const book = reopened(bytes);
  for (const sheet of ['Danh sách', 'Cách tính', 'Chi tiết']) expect(cutLines(book.sheet(sheet))).toEqual([]);
});

describeWithSoffice('in another program', () => {
  test('the ranking is printed by itself on a few pages, all of it on no more than sixty', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'phuluc-honours-'));
    try {
      writeFileSync(join(folder, 'ton-vinh.xlsx'), bytes);
      const [pdf] = await convert([join(folder, 'ton-vinh.xlsx')], 'pdf', folder);
      const pages = execFileSync('pdftotext', ['-layout', pdf!, '-']).toString().split('\f').slice(0, -1);
      const of = (sheet: string) => pages.filter((page) => page.trimEnd().endsWith(sheet)).length;
      expect([of('Danh sách') <= 5, of('Cách tính'), pages.length <= 60]).toEqual([true, 1, true]);
      // headings again on every page
      expect(pages.every((page) => /Đơn vị|Quy tắc/.test(page))).toBe(true);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('the live formulas come to the same scores', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'phuluc-honours-'));
    try {
      const file = join(folder, 'ton-vinh.xlsx');
      writeFileSync(file, withoutResults(bytes));
      const out = join(folder, 'out');
      expect(scores(readFileSync(await convertIn('vi-VN', file, out)))).toEqual(scores(bytes));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
