import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { buildAppendix } from '../../../templates/appendix/build-appendix.ts';
import { checkDocument } from '../../../templates/checking/check-document.ts';
import { compareWorkbooks } from '../../../templates/checking/compare-workbooks.ts';
import { readDocument } from '../../../templates/checking/read-document.ts';
import { buildReport } from '../../../templates/report/build-report.ts';
import { processorTime } from '../../support/processor-time.ts';
import { convert, describeWithSoffice } from '../../support/soffice.ts';
import { STORED } from '../../support/stored-zip.ts';
import { aRequest } from '../appendix/a-built-appendix.ts';
import { aReportRequest } from '../report/a-built-report.ts';

const request = aReportRequest('2026');
let report: Uint8Array;
beforeAll(async () => {
  report = await buildReport(request);
});

const [DOCUMENT, LINKS, FIRST, SECOND] = [
  'word/document.xml',
  'word/_rels/document.xml.rels',
  'word/charts/chart1.xml',
  'word/charts/chart2.xml',
] as const;

const differencesIn = (bytes: Uint8Array) => {
  const printed = readDocument(bytes);
  if (!printed) throw new Error('no document');
  return checkDocument(printed, request).differences;
};

type Change = (text: string) => string;

/** The report with some of its parts written anew; a change that changes nothing is a fault of the test. */
function forged(changes: Readonly<Record<string, Change>>): Uint8Array {
  const parts = unzipSync(report);
  for (const [name, change] of Object.entries(changes)) {
    const before = strFromU8(parts[name]!);
    const after = change(before);
    expect(after).not.toBe(before);
    parts[name] = strToU8(after);
  }
  return zipSync(parts, STORED);
}

const CHART_WAYS: readonly (readonly [what: string, change: Change, printed: string | RegExp, computed: string | RegExp])[] = [
  ['the length of a bar', (xml) => xml.replace(/(<c:val>.*?<c:pt idx="1"><c:v>)[^<]*/s, '$199'), '99', /^\d/],
  ['the figure beside a bar', (xml) => xml.replace('<a:t>94,96%</a:t>', '<a:t>95,96%</a:t>'), '95,96%', '94,96%'],
  ['what bars are called', (xml) => xml.replace('<c:v>Kết quả</c:v>', '<c:v>Kế hoạch</c:v>'), 'Kế hoạch', 'Kết quả'],
  ['the title', (xml) => xml.replace('Kết quả so với mục tiêu (%)', 'Kết quả vượt mục tiêu (%)'), /vượt/, /so với/],
];

test.each(CHART_WAYS)('a chart in which somebody changed %s is told', (_, change, printed, computed) => {
  expect(differencesIn(forged({ [FIRST]: change }))).toEqual([
    { place: expect.stringMatching(/^Biểu đồ 1, /), printed: expect.stringMatching(printed), computed: expect.stringMatching(computed) },
  ]);
});

/** The report with one part of the workbook behind its first chart written anew. */
function changedBehind(part: string, change: Change): Uint8Array {
  const parts = unzipSync(report);
  const behind = unzipSync(parts[BEHIND]!);
  return zipSync({ ...parts, [BEHIND]: zipSync({ ...behind, [part]: strToU8(change(strFromU8(behind[part]!))) }) }, STORED);
}
const BEHIND = 'word/embeddings/Microsoft_Excel_Worksheet1.xlsx';

test('the figures behind a chart, from which whoever edits it goes on, are told too', () => {
  const changed = changedBehind('xl/worksheets/sheet1.xml', (xml) => xml.replace(/(<c r="C4"><v>)[^<]*/, '$199'));
  expect(differencesIn(changed)).toEqual([
    { place: 'Biểu đồ 1, số liệu gốc, ô C4', printed: '99', computed: expect.stringMatching(/^94,96/) },
  ]);
  const broken = differencesIn(zipSync({ ...unzipSync(report), [BEHIND]: strToU8('không phải bảng tính') }));
  expect(broken[0]).toMatchObject({ place: 'Biểu đồ 1, số liệu gốc, ô B1', printed: null });
});

test('a row under another name and an alternative text that says another figure are told', () => {
  const renamed = differencesIn(forged({ [FIRST]: (xml) => xml.replaceAll('I.1.3. Tỷ lệ', 'I.1.2. Tỷ lệ') }));
  expect(renamed.map(({ place }) => place)).toEqual([expect.stringMatching(/I\.1\.3\. .*tên$/), expect.stringMatching(/I\.1\.3\. .*tên$/)]);
  const said = forged({ [DOCUMENT]: (xml) => xml.replace(': 94,96%, mục tiêu', ': 95,96%, mục tiêu') });
  expect(differencesIn(said)).toEqual([
    { place: 'Biểu đồ 1, lời thay thế', printed: expect.stringMatching('95,96%'), computed: expect.stringMatching('94,96%') },
  ]);
});

test('a bar more or less is told', () => {
  const fewer = forged({
    [FIRST]: (xml) => xml.replace(/<c:val>.*?<\/c:val>/s, (values) => values.replace(/<c:pt idx="2">.*?<\/c:pt>/s, '')),
  });
  expect(differencesIn(fewer)).toEqual([{ place: expect.stringMatching(/độ dài$/), printed: null, computed: '95' }]);
  const more = forged({ [FIRST]: (xml) => xml.replace('</c:numCache>', '<c:pt idx="3"><c:v>50</c:v></c:pt></c:numCache>') });
  expect(differencesIn(more)).toEqual([{ place: 'Biểu đồ 1, thanh 4, nhóm thanh 1, độ dài', printed: '50', computed: null }]);
});

const DRAWING = /<w:r><w:drawing>.*?<\/w:drawing><\/w:r>/s;

test('a chart that is missing, cannot be read or is one too many is told', () => {
  const parts = unzipSync(report);
  delete parts[SECOND];
  for (const bytes of [
    forged({ [DOCUMENT]: (xml) => xml.replaceAll(new RegExp(DRAWING, 'gs'), (all) => (all.includes('rIdDrawing2') ? '' : all)) }),
    zipSync(parts, STORED),
    forged({ [SECOND]: (xml) => xml.replace('</c:chartSpace>', '') }),
    forged({ [SECOND]: (xml) => xml.replace('<c:v>', '<!DOCTYPE x [<!ENTITY e "1">]><c:v>') }),
    forged({ [LINKS]: (xml) => xml.replace('charts/chart2.xml', 'theme/theme1.xml') }),
  ])
    expect(differencesIn(bytes)).toEqual([{ place: 'Biểu đồ 2', printed: null, computed: expect.stringMatching(/^Biểu đồ thanh/) }]);
  const twice = forged({
    [DOCUMENT]: (xml) =>
      xml.replace(
        /(<w:drawing>.*rIdDrawing2.*?<\/w:drawing><\/w:r>)/s,
        (all) => all + (DRAWING.exec(all)?.[0] ?? `<w:r>${all.slice(all.lastIndexOf('<w:drawing>'))}`),
      ),
  });
  expect(differencesIn(twice)).toEqual([{ place: 'Biểu đồ 3', printed: 'Kết quả so với mục tiêu (%)', computed: null }]);
});

test('two charts that changed places are told, whichever way', () => {
  const linked = forged({
    [LINKS]: (xml) =>
      xml
        .replace('charts/chart1.xml', 'charts/x.xml')
        .replace('charts/chart2.xml', 'charts/chart1.xml')
        .replace('charts/x.xml', 'charts/chart2.xml'),
  });
  const drawn = forged({
    [DOCUMENT]: (xml) =>
      xml.replace('r:id="rIdDrawing1"', 'r:id="x"').replace('"rIdDrawing2"', '"rIdDrawing1"').replace('r:id="x"', 'r:id="rIdDrawing2"'),
  });
  for (const bytes of [linked, drawn]) {
    const places = differencesIn(bytes).map(({ place }) => place);
    expect([places.some((place) => place.startsWith('Biểu đồ 1, ')), places.some((place) => place.startsWith('Biểu đồ 2, '))]).toEqual([
      true,
      true,
    ]);
  }
});

/** UTF-16 with a mark in front, as some programs write XML. */
function inUtf16(xml: string): Uint8Array {
  const text = `\ufeff${xml.replace('encoding="UTF-8"', 'encoding="UTF-16"')}`;
  return new Uint8Array(Buffer.from(text, 'utf16le'));
}

test('another encoding of the XML, other prefixes and sections of plain letters change nothing', () => {
  const parts = unzipSync(report);
  const first = strFromU8(parts[FIRST]!);
  const odd = first
    .replaceAll(/<(\/?)c:/g, '<$1khac:')
    .replace('xmlns:c=', 'xmlns:khac=')
    .replaceAll('<a:t>94,96%</a:t>', '<a:t>94<!-- x -->,<![CDATA[96%]]></a:t>');
  for (const chart of [inUtf16(first), strToU8(odd)]) expect(differencesIn(zipSync({ ...parts, [FIRST]: chart }, STORED))).toEqual([]);
  const changed = zipSync({ ...parts, [FIRST]: inUtf16(first.replace('<a:t>94,96%</a:t>', '<a:t>95,96%</a:t>')) });
  expect(differencesIn(changed)).toMatchObject([{ printed: '95,96%', computed: '94,96%' }]);
});

test('a chart of very many bars is none of ours and takes no time', () => {
  const many = Array.from({ length: 200_000 }, (_, k) => `<c:pt idx="${k}"><c:v>1</c:v></c:pt>`).join('');
  const took = processorTime(() =>
    expect(differencesIn(forged({ [FIRST]: (xml) => xml.replace('</c:numCache>', `${many}</c:numCache>`) }))).toMatchObject([
      { place: 'Biểu đồ 1', printed: null },
    ]),
  );
  expect(took).toBeLessThan(5_000);
});

/** The words between the bookmark of this name and its end. */
const inBookmark =
  (name: string, change: Change): Change =>
  (xml) => {
    const at = xml.indexOf(`w:name="${name}"`);
    return xml.slice(0, at) + xml.slice(at).replace(/(<w:t[^>]*>)([^<]*)/, (_, tag: string, text: string) => tag + change(text));
  };

test('a verdict that was changed is told, of indicators and tasks, in tables and in the text', () => {
  for (const [name, to] of [
    ['PL1_I_1_3__verdict', 'Đạt'],
    ['PL2_I_1__verdict', 'Chưa triển khai'],
    ['PL1_I_1_3__assessment', 'đạt'],
    ['chitieu__belowword', 'đạt'],
    ['nhiemvu__doneheading', 'Quá hạn'],
  ] as const)
    expect(differencesIn(forged({ [DOCUMENT]: inBookmark(name, () => to) }))).toEqual([
      { place: expect.stringContaining(name), printed: to, computed: expect.not.stringMatching(new RegExp(`^${to}$`)) },
    ]);
});

test('what is written before or behind a signed word, and a word of the plan in a signed row, is told', () => {
  const before = forged({
    [DOCUMENT]: (xml) =>
      xml.replace(/(?=<w:bookmarkStart[^>]*w:name="PL1_I_1_3__verdict")/, '<w:r><w:t xml:space="preserve">Không </w:t></w:r>'),
  });
  const tracked = forged({
    [DOCUMENT]: (xml) =>
      xml.replace(
        /(?=<w:bookmarkStart[^>]*w:name="PL1_I_1_3__verdict")/,
        '<w:ins w:id="900" w:author="x"><w:r><w:t xml:space="preserve">Không </w:t></w:r></w:ins>',
      ),
  });
  const within = forged({
    [DOCUMENT]: (xml) =>
      xml.replace(
        /<w:p>(?=(?:(?!<w:p>).)*w:name="PL1_I_1_3__verdict")/s,
        '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Không</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p>',
      ),
  });
  for (const bytes of [before, tracked, within])
    expect(differencesIn(bytes)).toEqual([
      { place: 'I.1.3 (PL1.I.1.3, cột “Đánh giá”)', printed: expect.stringMatching(/^Không\s+Chưa đạt/), computed: 'Chưa đạt, còn hạn' },
    ]);
  const goal = forged({
    [DOCUMENT]: (xml) => {
      const at = xml.lastIndexOf('<w:tr>', xml.indexOf('w:name="PL1_I_1_3__verdict"'));
      return xml.slice(0, at) + xml.slice(at).replace('95%', '90%');
    },
  });
  expect(differencesIn(goal)).toEqual([
    {
      place: expect.stringMatching(/^I\.1\.3 \(PL1\.I\.1\.3, cột “/),
      printed: expect.stringMatching('90%'),
      computed: expect.stringMatching('95%'),
    },
  ]);
});

test('a row that is none of the plan’s, and one that stands there twice, is told', () => {
  const rowOf = (xml: string): readonly [number, number] => {
    const at = xml.indexOf('w:name="PL1_I_1_3__verdict"');
    return [xml.lastIndexOf('<w:tr>', at), xml.indexOf('</w:tr>', at) + '</w:tr>'.length];
  };
  const added = forged({
    [DOCUMENT]: (xml) => {
      const [from, to] = rowOf(xml);
      return (
        xml.slice(0, to) +
        xml
          .slice(from, to)
          .replaceAll(/<w:bookmark(Start|End)[^>]*>/g, '')
          .replace('Chưa đạt, còn hạn', 'Đạt') +
        xml.slice(to)
      );
    },
  });
  expect(differencesIn(added)).toEqual([
    { place: expect.stringMatching(/^PHỤ LỤC I, dòng \d+$/i), printed: expect.stringMatching(/ \| Đạt \| /), computed: null },
  ]);
});

describeWithSoffice('a report that was saved again', () => {
  test('what LibreOffice saves of a report still holds, and is told where it was changed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'phuluc-luu-lai-'));
    try {
      const file = join(folder, 'bao-cao.docx');
      writeFileSync(file, report);
      const [path = ''] = await convert([file], 'docx:MS Word 2007 XML', join(folder, 'ra'));
      const saved = readFileSync(path);
      expect(differencesIn(saved)).toEqual([]);
      const parts = unzipSync(saved);
      parts[FIRST] = strToU8(strFromU8(parts[FIRST]!).replace('94,96%', '95,96%'));
      expect(differencesIn(zipSync(parts, STORED))).toMatchObject([{ printed: '95,96%', computed: '94,96%' }]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 150_000);
});

test('a verdict of the workbook that was changed is named by its cell', async () => {
  const workbook = await buildAppendix(aRequest('2026'));
  const entries = unzipSync(workbook);
  const [name = '', bytes] = Object.entries(entries).find(
    ([part, content]) => /^xl\/(sharedStrings|worksheets\/sheet2)\.xml$/.test(part) && strFromU8(content).includes('Chưa đạt, còn hạn'),
  )!;
  const changed = zipSync({ ...entries, [name]: strToU8(strFromU8(bytes).replace('Chưa đạt, còn hạn', 'Đạt')) });
  expect(compareWorkbooks(changed, workbook)?.differences).toContainEqual({
    place: expect.stringContaining('!'),
    printed: 'Đạt',
    computed: 'Chưa đạt, còn hạn',
  });
});
