import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dueIndicators } from '../../../core/overview/joined-rows.ts';
import { percentLines } from '../../../core/overview/percent-lines.ts';
import { passportsOf } from '../../../core/passport/passport.ts';
import type { Report } from '../../../core/report.ts';
import { REPORT_TEMPLATES, type ReportTemplateId } from '../../../core/report-text/templates.ts';
import { squash } from '../../../core/text.ts';
import { citedIn } from '../../../core/wording/names.ts';
import { buildReport } from '../../../templates/report/build-report.ts';
import { HOSTILE_TEXTS } from '../../support/hostile-texts.ts';
import { convert, describeWithSoffice } from '../../support/soffice.ts';
import { brokenParts } from '../../support/strict-xml.ts';
import { plan } from '../appendix/a-built-appendix.ts';
import { aBuiltReport, aReportRequest, type OpenedDocument } from './a-built-report.ts';
import { emptyPages, landscapePages } from './pdf-pages.ts';

const before = aReportRequest('2026');
const request = aReportRequest('2027', undefined, before.matrix);
let document: OpenedDocument;
beforeAll(async () => {
  document = await aBuiltReport(request);
});

const SECTIONS = [
  'I. TÌNH HÌNH CHUNG',
  'II. KẾT QUẢ THỰC HIỆN CHỈ TIÊU',
  'III. KẾT QUẢ THỰC HIỆN NHIỆM VỤ',
  'IV. TỒN TẠI, NGUYÊN NHÂN',
  'V. ĐỀ XUẤT, KIẾN NGHỊ',
];

test('the parts of a report stand in the order of the decree, the five sections among them', () => {
  const order = [
    'ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI', // a name that is too long for one line breaks before its place
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'BÁO CÁO',
    ...SECTIONS,
    'Nơi nhận:',
    'TM. ỦY BAN NHÂN DÂN',
    'Phụ lục I',
    'Phụ lục II',
  ];
  const places = order.map((text) => document.paragraphs.indexOf(text));
  expect(places).toEqual([...places].sort((one, two) => one - two));
  expect(places).not.toContain(-1);
  expect(document.paragraphs.some((text) => text.includes('[…]'))).toBe(true);
});

test('no task that is done loses the end of its name', () => {
  const listed = document.paragraphs.filter((text) => text.includes('(chủ trì: '));
  expect(listed.length).toBeGreaterThan(3);
  expect(listed.filter((text) => text.includes('…'))).toEqual([]);
});

test('every due row stands in its appendix once, no code, no sign, no Quốc hiệu', () => {
  const [indicators, tasks] = document.tables.slice(-2);
  const due = request.matrix.indicators.filter(({ verdict }) => verdict !== 'not-due').map(({ id }) => id);
  const nameOf = new Map([...plan.indicators, ...plan.tasks].map(({ id, name }) => [id, name]));
  const names = (rows: readonly (readonly string[])[] | undefined) =>
    (rows ?? []).filter((cells) => cells.length > 2).map((cells) => cells[1]);
  expect(names(indicators).slice(1)).toEqual(due.map((id) => nameOf.get(id)));
  expect(names(tasks).slice(1)).toEqual(plan.tasks.map(({ name }) => name));
  expect(JSON.stringify([indicators, tasks])).not.toMatch(/PL[12]\.|[✓✕▲○◐]|CỘNG HÒA/);
});

test('rows of another phase stand there when they are asked for', async () => {
  const all = await aBuiltReport({ ...request, rows: 'all' });
  const names = (all.tables.at(-2) ?? []).map((cells) => cells[1]);
  expect(plan.indicators.filter(({ name }) => !names.includes(name))).toEqual([]);
});

test('headers repeat, rows are not split, and a heading stays with the row below it', () => {
  const [indicators = '', tasks = ''] = [...document.xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([xml]) => xml).slice(-2);
  for (const xml of [indicators, tasks]) {
    const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row);
    expect(rows.filter((row) => !row.includes('<w:cantSplit/>'))).toEqual([]);
    expect(rows.map((row) => row.includes('<w:tblHeader/>'))).toEqual(rows.map((_, k) => k === 0));
    const headings = rows.filter((row) => row.includes('<w:gridSpan'));
    expect(headings.length).toBeGreaterThan(1);
    expect(headings.filter((row) => !row.includes('<w:keepNext/>'))).toEqual([]);
  }
});

test('bookmarks have names that Word takes, and each due result has one', () => {
  expect([...document.bookmarks.keys()].filter((name) => !/^[A-Za-z_]\w{0,39}$/.test(name))).toEqual([]);
  const results = request.matrix.indicators.filter(({ verdict, result }) => verdict !== 'not-due' && result !== null);
  expect(results.filter(({ id }) => !document.bookmarks.get(`${id.replaceAll('.', '_')}__result`))).toEqual([]);
});

test('no digit of the general situation stands outside a bookmark but in dates, the plan’s own words and names', () => {
  const [from, to] = SECTIONS.slice(0, 2).map((text) => document.paragraphs.indexOf(text));
  const said = document.paragraphs.slice((from ?? 0) + 1, to).join('\n');
  const figures = [...document.bookmarks].filter(([name]) => /^(chung|nhom|chitieu|nhiemvu)_/.test(name));
  const rest = figures.reduce(
    (text, [, figure]) => text.replace(figure, ''),
    said.replace(/\d{2}:\d{2} ngày|\d{2}\/\d{2}\/\d{4}|năm 20\d\d/g, ''),
  );
  expect(rest).not.toMatch(/\d/);
});

/** The due rows in percent, as charts call them. */
const charted = percentLines(dueIndicators(request)).map(({ indicator: { id, name } }) => `${citedIn(plan, id)}. ${squash(name)}`);

test('each chart says in words what it shows: every row in percent once, by number and name, with result and target', () => {
  const said = [...document.xml.matchAll(/<wp:docPr[^>]*descr="([^"]*)"/g)].map(([, words]) => words ?? '');
  expect(said.every((words) => words.startsWith('Biểu đồ thanh kết quả so với mục tiêu. '))).toBe(true);
  const rows = said.flatMap((words) => words.match(/[IV]+\.\d+\.\d+\. [^;]*?: [\d,]+%, mục tiêu [\d,]+%/g) ?? []);
  expect(rows.map((row) => row.slice(0, 40))).toEqual(charted.map((row) => row.slice(0, 40)));
});

test('agencies’ own reasons are quoted under what falls short, three a row at the most', () => {
  const quotes = document.paragraphs.map((text, k) => (text.startsWith('+ ') ? k : -1)).filter((k) => k >= 0);
  expect(quotes.length).toBeGreaterThan(3);
  expect(quotes.filter((k) => [k + 1, k + 2, k + 3].every((at) => quotes.includes(at)))).toEqual([]);
});

function aReportSaying(explanation: string): Report {
  const entry = { state: 'reported', numerator: 1, denominator: 2, explanation };
  return { plan: plan.id, period: '2026', agency: 'SKHCN', indicators: { 'PL1.I.1.3': entry }, tasks: {} } as never; // as a shape would make it
}

const SHORT = Object.entries(HOSTILE_TEXTS).filter(([, text]) => text.length < 300);

test.each(SHORT)('an explanation of %s is quoted literally but for what cannot be printed', async (_, text) => {
  const { paragraphs } = await aBuiltReport(aReportRequest('2026', [aReportSaying(text)]));
  const literal = squash(text.replace(/[\p{Cc}\p{Cs}\ufffd-\uffff]/gu, ' '));
  expect(paragraphs).toContain(`+ Sở Khoa học và Công nghệ giải trình: “${literal}”`);
});

/** One agency's, so that a hundred are written in no time. */
const SMALL = aReportRequest('2026', [aReportSaying('Đang rà soát')]);
const WORDINGS = Object.keys(REPORT_TEMPLATES) as ReportTemplateId[];

test.each(SHORT)('settings that say %s in each of their texts make a document that opens', async (_, text) => {
  const said = text.replaceAll(/[{}]/g, '');
  const signing = { number: said, authority: said, onBehalfOf: said, title: said, name: said, addressees: [said], recipients: [said] };
  const reportText = Object.fromEntries(WORDINGS.map((id) => [id, said]));
  expect(brokenParts(await buildReport({ ...SMALL, signing, reportText }))).toEqual([]);
});

test('a period of which nobody has reported anything is told as well', async () => {
  const { paragraphs } = await aBuiltReport(aReportRequest('2028', []));
  expect(paragraphs.some((text) => text.startsWith('Còn 112 đơn vị chưa có báo cáo'))).toBe(true);
});

test('an administrator’s wording takes the place of the usual one', async () => {
  const { paragraphs } = await aBuiltReport({ ...request, reportText: { closing: 'Hết năm {period}.' } });
  expect(paragraphs).toContain('Hết năm 2027.');
});

test('the names behind a count stand in an annex of their own when they are asked for', async () => {
  const named = await aBuiltReport({ ...request, annexOfNames: 'with' });
  expect(document.paragraphs).not.toContain('Phụ lục III');
  const listed = (named.tables.at(-1) ?? []).filter((cells) => cells.length === 3).length - 1;
  const said = request.reports.flatMap(({ tasks }) =>
    Object.values(tasks).filter((entry) => entry?.document || entry?.issuedOn || entry?.summary),
  );
  const counted = [...named.bookmarks].filter(([name, text]) => name.endsWith('__documents') && /^\d+$/.test(text));
  expect([listed, counted.length > 0]).toEqual([said.length, true]);
});

test('where each figure comes from stands in an annex of its own when it is asked for', async () => {
  const receipts = new Map(request.reports.map(({ agency }, k) => [agency, `7F3K-${k}`]));
  const traced = await aBuiltReport({ ...request, annexOfSources: 'with', receipts });
  expect([document.paragraphs.includes('NGUỒN GỐC SỐ LIỆU'), traced.paragraphs.includes('NGUỒN GỐC SỐ LIỆU')]).toEqual([false, true]);
  const lines = traced.tables.at(-1) ?? [];
  const passports = passportsOf(request);
  expect(lines.length).toBe(1 + passports.reduce((sum, { parts }) => sum + 2 + parts.length, 0));
  const cells = lines.flat();
  expect([
    cells.includes('Tệp; trang tính, ô'),
    cells.some((text) => /\.xlsx; Phụ lục I, ô [A-Z]+\d+$/.test(text)),
    cells.includes('7F3K-0'),
  ]).toEqual([true, true, true]);
  for (const { row, parts } of passports)
    expect(parts.map((_, k) => traced.bookmarks.get(`${row.replaceAll('.', '_')}__nguon${k + 1}`))).toEqual(parts.map(({ says }) => says));
  const both = await aBuiltReport({ ...request, annexOfSources: 'with', annexOfNames: 'with' });
  expect([both.paragraphs.includes('Phụ lục III'), both.paragraphs.includes('Phụ lục IV')]).toEqual([true, true]);
});

test('the bytes are the same in any time zone and language, and when the program has written others before', () => {
  const hash = (zone: string, language: string) =>
    spawnSync(process.execPath, ['tools/run.mjs', 'tests/templates/report/print-hash.ts'], {
      env: { ...process.env, TZ: zone, LANG: language, LC_ALL: language },
      encoding: 'utf8',
    }).stdout;
  const first = hash('Asia/Ho_Chi_Minh', 'vi_VN.UTF-8');
  expect(first).toMatch(/^[0-9a-f]{64}\n$/);
  expect(hash('America/New_York', 'tr_TR.UTF-8')).toBe(first);
});

describeWithSoffice('on paper', () => {
  test('both appendices of 112 agencies stand on eight landscape pages at the most, and no page ends with a heading', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'phuluc-report-'));
    try {
      const file = join(folder, 'bao-cao.docx');
      writeFileSync(file, document.bytes);
      const [pdf = ''] = await convert([file], 'pdf', folder, 110_000);
      const pages = landscapePages(pdf);
      expect(pages.length).toBeGreaterThan(2);
      expect(emptyPages(pdf)).toBe(0);
      expect(pages.length).toBeLessThanOrEqual(8);
      const headings = [...plan.groups, ...plan.sections].map(({ title }) => title);
      expect(pages.filter((page) => headings.some((title) => page.endsWith(title)))).toEqual([]);
      // no program passes over a name beside a bar
      const shown = squash(execFileSync('pdftotext', ['-raw', pdf, '-']).toString().replaceAll('\n', ' '));
      expect(charted.filter((row) => !shown.includes(row.slice(0, 30)))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
