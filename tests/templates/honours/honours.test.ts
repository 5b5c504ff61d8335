import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Day } from '../../../core/day.ts';
import { toNumber } from '../../../core/fraction.ts';
import { honoursOf } from '../../../core/honours/honours.ts';
import { HONOURS_PARTS } from '../../../core/honours/parts.ts';
import { USUAL_WEIGHTS } from '../../../core/honours/weights.ts';
import { buildHonours } from '../../../templates/honours/build-honours.ts';
import { describeWithSoffice } from '../../support/soffice.ts';
import { aRequest, reopened, type TableRow } from '../appendix/a-built-appendix.ts';
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
  expect(facts.length).toBe(
    lines.flatMap(({ parts }) => parts.map((part) => Math.max(1, part.facts.length))).reduce((sum, one) => sum + one, 0),
  );
  const links = [...book.sheet('Danh sách').xml.matchAll(/<hyperlink ref="[A-Z]+(\d+)" location="'Chi tiết'!A(\d+)"/g)];
  expect(links.length).toBe(lines.length * HONOURS_PARTS.length);
  const places = book.sheet('Chi tiết').cells;
  const agencies = book.sheet('Danh sách').cells;
  for (const [, from, to] of links) expect(places.get(`A${to}`)?.value).toBe(agencies.get(`B${from}`)?.value);
});

describeWithSoffice('in another program', () => {
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
