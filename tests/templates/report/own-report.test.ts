import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { obligationsOf, owedBy } from '../../../core/plan/obligations.ts';
import { buildOwnReport, type OwnReportRequest } from '../../../templates/report/build-own-report.ts';
import { convert, describeWithSoffice } from '../../support/soffice.ts';
import { aRequest } from '../appendix/a-built-appendix.ts';
import { openedDocument } from './a-built-report.ts';
import { pageCount, pageTexts } from './pdf-pages.ts';

const { obligations, received } = aRequest('2026');
const receipt = { id: '7F3K-92QD', version: 2, at: '2026-11-25T07:05:00.000Z', sha256: 'ab'.repeat(32) };
const requestOf = (agency: string): OwnReportRequest => ({
  obligations,
  agency: agency as AgencyId,
  report: received.find(({ report }) => report.agency === agency)!.report,
  receipt,
  proof: 'https://example.vn/xac-minh/#ky=2026&don-vi=XA&ma=ab',
});
const commune = received.find(({ report }) => report.agency.startsWith('XA-'))!.report.agency;

test('an agency’s report holds its own rows alone, each once, with its figures', async () => {
  const { tables, paragraphs, bookmarks } = openedDocument(await buildOwnReport(requestOf(commune)));
  const { indicators, tasks } = owedBy(obligations, commune);
  const names = tables.flatMap((rows) => rows.map((cells) => cells[1]));
  const listed = [...obligations.plan.indicators, ...obligations.plan.tasks].filter(({ name }) => names.includes(name));
  expect(new Set(listed.map(({ name }) => name))).toEqual(new Set([...indicators, ...tasks].map(({ name }) => name)));
  expect(paragraphs.some((text) => text.startsWith('Biên nhận 7F3K-92QD, lần nộp 2, 14:05 ngày 25/11/2026.'))).toBe(true);
  const reported = Object.entries(requestOf(commune).report.indicators).filter(([, entry]) => entry?.state === 'reported');
  expect([...bookmarks.keys()].filter((name) => name.endsWith('__result'))).toHaveLength(reported.length);
});

test('an agency that was given a bound of its own reads it beside the target of all', async () => {
  const request = requestOf(commune);
  const asked = owedBy(obligations, commune).indicators[0]!;
  const measure = { kind: 'each-agency', atLeastPercent: 90, numerator: 'Số đạt', denominator: 'Tổng số' } as const;
  const indicators = obligations.plan.indicators.map((one) =>
    one.id === asked.id ? { ...one, measure, targetText: '90%', perAgency: { [commune]: 82.5 } } : one,
  );
  const given = {
    ...request,
    obligations: obligationsOf({ ...obligations.plan, indicators }, [...obligations.agencies], obligations.period),
  };
  const { tables } = openedDocument(await buildOwnReport(given));
  const targets = tables.flatMap((rows) => rows.flatMap((cells) => (cells[1] === asked.name ? [cells[2]] : [])));
  expect(targets).toEqual([expect.stringMatching(/^Mỗi cơ quan từ 90%\s*Mức giao riêng: 82,5%$/)]);
});

test('a long name stands in the letterhead in two lines as long as each other, what governs it too', async () => {
  const { paragraphs } = openedDocument(await buildOwnReport(requestOf('SKHCN')));
  expect(paragraphs.slice(0, 2)).toEqual(['ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI', 'SỞ KHOA HỌC\nVÀ CÔNG NGHỆ']);
});

test('the picture of its code is a PNG with a description', async () => {
  const bytes = await buildOwnReport(requestOf(commune));
  const [picture] = Object.entries(unzipSync(bytes)).flatMap(([name, part]) => (name.endsWith('.png') ? [part] : []));
  expect([...(picture ?? []).slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  expect(openedDocument(bytes).xml).toContain('Mã QR dẫn tới trang xác minh báo cáo này');
});

test('the same content gives the same bytes', async () => {
  expect(await buildOwnReport(requestOf(commune))).toEqual(await buildOwnReport(requestOf(commune)));
});

describeWithSoffice('on paper', () => {
  test('a commune’s report fits on three pages', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'phuluc-own-'));
    try {
      const file = join(folder, 'bao-cao.docx');
      writeFileSync(file, await buildOwnReport(requestOf(commune)));
      const [pdf = ''] = await convert([file], 'pdf', folder, 110_000);
      expect(pageCount(pdf)).toBeLessThanOrEqual(3);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describeWithSoffice('on paper', () => {
  test('signature, receipt and code stand on one page with the sentence above them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'phuluc-own-'));
    try {
      const files = await Promise.all(
        received.slice(0, 12).map(async ({ report: { agency } }) => {
          const file = join(folder, `${agency}.docx`);
          writeFileSync(file, await buildOwnReport(requestOf(agency)));
          return file;
        }),
      );
      for (const pdf of await convert(files, 'pdf', folder, 110_000)) {
        const last = pageTexts(pdf).at(-1);
        expect([pdf, last?.match(/hợp\.\/\.|Nơi nhận:|\[Họ và tên\]|Biên nhận 7F3K-92QD/g)?.toSorted()]).toEqual([
          pdf,
          ['Biên nhận 7F3K-92QD', 'Nơi nhận:', '[Họ và tên]', 'hợp./.'],
        ]);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

test('a column that only some rows ask for is left out where an agency owes none of them', async () => {
  const { tables } = openedDocument(await buildOwnReport(requestOf(commune)));
  expect(tables.flat().find(([first]) => first === 'TT')).toEqual([
    'TT',
    'Chỉ tiêu',
    'Mục tiêu',
    'Kết quả',
    'Giải trình',
    'Tài liệu kiểm chứng',
  ]);
});

test('a text of line breaks alone makes no document that grows by a run for each', async () => {
  const request = requestOf(commune);
  const runs = async (reason: string): Promise<number> => {
    const reasoned = Object.entries(request.report.indicators).map(([row, entry]) => [row, { ...entry, explanation: reason }]);
    const indicators = Object.fromEntries(reasoned) as OwnReportRequest['report']['indicators']; // the same rows
    const { xml } = openedDocument(await buildOwnReport({ ...request, report: { ...request.report, indicators } }));
    return [...xml.matchAll(/<w:r>/g)].length;
  };
  const plain = await runs('a');
  expect((await runs('a\nb\nc')) - plain).toBe(2 * Object.keys(request.report.indicators).length);
  expect(await runs('\n'.repeat(32_000))).toBeLessThan(20 * plain);
});
