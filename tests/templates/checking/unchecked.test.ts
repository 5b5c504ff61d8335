import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Day } from '../../../core/day.ts';
import { buildAppendix } from '../../../templates/appendix/build-appendix.ts';
import { checkDocument } from '../../../templates/checking/check-document.ts';
import { compareWorkbooks } from '../../../templates/checking/compare-workbooks.ts';
import { readDocument } from '../../../templates/checking/read-document.ts';
import { buildReport } from '../../../templates/report/build-report.ts';
import type { ReportRequest } from '../../../templates/report/report-request.ts';
import { convert, describeWithSoffice } from '../../support/soffice.ts';
import { aRequest } from '../appendix/a-built-appendix.ts';
import { aReportRequest } from '../report/a-built-report.ts';
import { beforeEnd, type Change, DOCUMENT, paragraph, rewritten } from './a-forged-report.ts';

const request = aReportRequest('2026');
const signed: ReportRequest = {
  ...request,
  signing: { number: '123', day: '2026-12-05' as Day, addressees: ['Chính phủ', 'Bộ Khoa học và Công nghệ'], name: 'Nguyễn Văn A' },
  rows: 'all',
  annexOfNames: 'with',
  annexOfSources: 'with',
};
const appendix = aRequest('2026');

let [report, workbook]: Uint8Array[] = [];
beforeAll(async () => {
  [report, workbook] = [await buildReport(request), await buildAppendix(appendix)];
});

function checkedReport(bytes: Uint8Array, wanted: ReportRequest = request) {
  const printed = readDocument(bytes);
  if (!printed) throw new Error('no document');
  return checkDocument(printed, wanted);
}

function checkedWorkbook(bytes: Uint8Array) {
  const checked = compareWorkbooks(bytes, workbook!);
  if (!checked) throw new Error('no workbook');
  return checked;
}

test.each<[string, ReportRequest]>([
  ['as it is', request],
  ['signed, with all rows and annexes', signed],
  ['that nobody has reported to', aReportRequest('2026', [])],
])('of a report %s nothing is left to look at', async (_, wanted) => {
  expect(checkedReport(await buildReport(wanted), wanted)).toMatchObject({ differences: [], unchecked: [] });
});

test('of an appendix workbook nothing is left to look at', () => {
  expect(checkedWorkbook(workbook!)).toMatchObject({ differences: [], unchecked: [] });
});

describeWithSoffice('saved again by LibreOffice', () => {
  test('a report and an appendix workbook leave nothing to look at', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'phuluc-luu-lai-'));
    const saved = async (bytes: Uint8Array, file: string, to: string): Promise<Uint8Array> => {
      writeFileSync(join(folder, file), bytes);
      const [path = ''] = await convert([join(folder, file)], to, join(folder, 'ra'));
      return readFileSync(path);
    };
    try {
      const docx = await saved(report!, 'bao-cao.docx', 'docx:MS Word 2007 XML');
      expect(checkedReport(docx)).toMatchObject({ differences: [], unchecked: [] });
      const odt = await saved(report!, 'bao-cao.docx', 'odt');
      expect(checkedReport(await saved(odt, 'tu-odt.odt', 'docx:MS Word 2007 XML'))).toMatchObject({ differences: [], unchecked: [] });
      expect(checkedWorkbook(await saved(workbook!, 'phu-luc.xlsx', 'xlsx'))).toMatchObject({ differences: [], unchecked: [] });
      const ods = await saved(workbook!, 'phu-luc.xlsx', 'ods');
      expect(checkedWorkbook(await saved(ods, 'tu-ods.ods', 'xlsx'))).toMatchObject({ differences: [], unchecked: [] });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 150_000);
});

/** A relationship more, and a part that it leads to. */
const withPart = (bytes: Uint8Array, links: string, type: string, part: string, content = '<x/>'): Uint8Array => {
  const relationship = `<Relationship Id="rIdX1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="/${part}"/>`;
  const changed = rewritten(bytes, {
    [links]: (xml) =>
      xml.replace(/<\/Relationships>|\/>$/, (end) => (end === '/>' ? `>${relationship}</Relationships>` : relationship + end)),
  });
  return zipSync({ ...unzipSync(changed), [part]: strToU8(content) });
};
const LINKS = 'word/_rels/document.xml.rels';

test.each<[string, string, string]>([
  ['a sentence', paragraph('UBND tỉnh đã hoàn thành vượt mức mọi chỉ tiêu được giao.'), 'Đoạn ngoài mẫu'],
  [
    'a table',
    `<w:tbl><w:tr><w:tc>${paragraph('Chỉ tiêu khác')}</w:tc><w:tc>${paragraph('99%')}</w:tc></w:tr></w:tbl>`,
    'Bảng ngoài mẫu, 1 dòng',
  ],
])('%s that somebody added to a report is to be looked at, and is no difference', (_, added, place) => {
  const text = added.replaceAll(/<\/w:tc><w:tc>/g, ' | ').replaceAll(/<[^>]+>/g, '');
  expect(checkedReport(rewritten(report!, { [DOCUMENT]: beforeEnd(added) }))).toMatchObject({
    differences: [],
    unchecked: [{ place, text }],
  });
});

test('words that somebody added to letterhead or signature are to be looked at; who signs whom the settings do not name, too', async () => {
  const added = rewritten(report!, {
    [DOCUMENT]: (xml) =>
      xml.replace('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</w:t></w:r></w:p>', (whole) => `${whole}${paragraph('Đạt 100% chỉ tiêu')}`),
  });
  expect(checkedReport(added).unchecked).toEqual([{ place: 'Phần đầu, phần ký', text: 'Đạt 100% chỉ tiêu' }]);
  const texts = checkedReport(await buildReport(signed)).unchecked.map(({ text }) => text);
  expect(texts).toEqual(
    expect.arrayContaining([
      'Số: 123/BC-UBND',
      'Quảng Ngãi, ngày 05 tháng 12 năm 2026',
      'Nguyễn Văn A',
      'Kính gửi: Chính phủ; Bộ Khoa học và Công nghệ',
    ]),
  );
});

test('a long table that somebody added is named by its first row', () => {
  const row = (text: string) => `<w:tr><w:tc>${paragraph(text)}</w:tc></w:tr>`;
  const added = `<w:tbl>${row('Bảng của tôi')}${row('dài '.repeat(25_000)).repeat(5)}</w:tbl>`;
  expect(checkedReport(rewritten(report!, { [DOCUMENT]: beforeEnd(added) })).unchecked).toEqual([
    { place: 'Bảng ngoài mẫu, quá dài, bắt đầu bằng', text: 'Bảng của tôi' },
  ]);
});

test('words in a margin and in a note are to be looked at; page numbers are not', () => {
  const inHeader = rewritten(report!, {
    'word/header2.xml': (xml) => xml.replace(/(<\/w:hdr>|\/>$)/, (end) => (end === '/>' ? end : paragraph('BẢN DỰ THẢO') + end)),
  });
  expect(checkedReport(inHeader).unchecked).toEqual([{ place: 'Đầu trang, chân trang', text: 'BẢN DỰ THẢO' }]);
  const noted = rewritten(report!, {
    'word/footnotes.xml': (xml) =>
      xml.replace('</w:footnotes>', `<w:footnote w:id="9">${paragraph('Thực tế là 12%.')}</w:footnote></w:footnotes>`),
  });
  expect(checkedReport(noted).unchecked).toEqual([{ place: 'Chú thích', text: 'Thực tế là 12%.' }]);
});

test.each([
  ['image', 'word/media/x.png', '1 hình ảnh'],
  ['diagramData', 'word/diagrams/data1.xml', '1 sơ đồ'],
  ['oleObject', 'word/embeddings/x.bin', '1 đối tượng nhúng'],
  ['comments', 'word/comments.xml', '1 phần ghi chú'],
])('what nothing here reads in a report (%s) is to be looked at', (type, part, text) => {
  expect(checkedReport(withPart(report!, LINKS, type, part)).unchecked).toContainEqual({ place: 'Trong tệp', text });
});

test('an embedded typeface, which can draw one figure as another, is to be looked at', () => {
  expect(checkedReport(withPart(report!, 'word/_rels/fontTable.xml.rels', 'font', 'word/fonts/font1.odttf')).unchecked).toEqual([
    { place: 'Trong tệp', text: '1 phông chữ nhúng' },
  ]);
});

test('a picture behind the drawing of a sheet is to be looked at', () => {
  expect(checkedWorkbook(withPart(workbook!, 'xl/drawings/_rels/drawing1.xml.rels', 'image', 'xl/media/x.png')).unchecked).toEqual([
    { place: 'Trong tệp', text: '1 hình ảnh' },
  ]);
});

test('whoever adds a thousand sentences gets a short answer that counts them', () => {
  const added = Array.from({ length: 1_000 }, (_, k) => paragraph(`Câu thêm thứ ${k} ${'dài '.repeat(200)}`)).join('');
  const { unchecked, moreUnchecked } = checkedReport(rewritten(report!, { [DOCUMENT]: beforeEnd(added) }));
  expect([unchecked.length, moreUnchecked]).toEqual([200, 800]);
  expect(Math.max(...unchecked.map(({ text }) => text.length))).toBe(500);
});

const CHART = 'xl/charts/chart1.xml';
test.each<[string, Change, { readonly printed?: unknown; readonly computed?: unknown }]>([
  [
    'draws other cells',
    (xml) => xml.replace("'Tổng quan'!$B$4", "'Tổng quan'!$C$4"),
    { printed: null, computed: 'Kết quả so với mục tiêu' },
  ],
  [
    'shows other bars until it is drawn anew',
    (xml) => xml.replace(/(<c:numCache>.*?<c:pt idx="1"><c:v>)[^<]*/s, '$10.99'),
    { printed: '0,99' },
  ],
  ['is called otherwise', (xml) => xml.replace('Kết quả so với mục tiêu', 'Kết quả vượt mục tiêu'), { printed: 'Kết quả vượt mục tiêu' }],
  ['begins its axis elsewhere', (xml) => xml.replace(/<c:min val="[^"]*"/, '<c:min val="0.5"'), { printed: '0.5–1', computed: '0–1' }],
])('a chart of the workbook that %s is told', (_, change, told) => {
  expect(checkedWorkbook(rewritten(workbook!, { [CHART]: change })).differences).toContainEqual(
    expect.objectContaining({ place: expect.stringMatching(/^Tổng quan, biểu đồ/), ...told }),
  );
});

test('a chart of the workbook that is gone, and one too many, are told', () => {
  const gone = rewritten(workbook!, {
    'xl/drawings/_rels/drawing1.xml.rels': (xml) => xml.replace(/<Relationship [^>]*chart1\.xml"[^>]*>/, ''),
  });
  expect(checkedWorkbook(gone).differences).toEqual([{ place: 'Tổng quan, biểu đồ', printed: null, computed: 'Kết quả so với mục tiêu' }]);
  const own = unzipSync(workbook!)[CHART]!;
  const drawn = rewritten(workbook!, {
    'xl/drawings/drawing1.xml': (xml) =>
      xml.replace(
        /(<xdr:twoCellAnchor>(?:(?!<xdr:twoCellAnchor>).)*)(<\/xdr:wsDr>)/s,
        (_, last, end) => `${last}${last.replace(/r:id="[^"]*"/, 'r:id="rIdX1"')}${end}`,
      ),
  });
  const twice = zipSync({
    ...unzipSync(withPart(drawn, 'xl/drawings/_rels/drawing1.xml.rels', 'chart', 'xl/charts/chart9.xml')),
    'xl/charts/chart9.xml': own,
  });
  expect(checkedWorkbook(twice).differences).toEqual([
    { place: 'Tổng quan, biểu đồ 4', printed: 'Kết quả so với mục tiêu', computed: null },
  ]);
});
