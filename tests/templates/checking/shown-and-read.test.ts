import { strToU8, unzipSync, zipSync } from 'fflate';
import { buildReport } from '../../../templates/report/build-report.ts';
import { processorTime } from '../../support/processor-time.ts';
import { STORED } from '../../support/stored-zip.ts';
import { aReportRequest } from '../report/a-built-report.ts';
import { around, atRunOf, type Change, checkedReport, DOCUMENT, rewritten } from './a-forged-report.ts';

let report: Uint8Array;
beforeAll(async () => {
  report = await buildReport(aReportRequest('2026'));
});

const [STYLES, RESULT, VERDICT, IN_TEXT] = ['word/styles.xml', 'PL1_I_1_3__result', 'PL1_I_1_3__verdict', 'PL1_I_1_3__assessment'] as const;
const look = (property: string) => (run: string) => run.replace('<w:rPr>', `<w:rPr>${property}`);
const said = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const shape = (text: string) =>
  `<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:txbx><w:txbxContent><w:p>${said(text)}</w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>`;
/** The true figure in its bookmark, out of sight: whatever stands in sight beside it. */
const hidden = (property: string): Change => atRunOf(RESULT, look(property));

/** Where the paper shows something else than the bookmarks and the tables hold, one way a line. */
const WAYS: readonly (readonly [string, Change])[] = [
  ['hidden', hidden('<w:vanish/>')],
  ['white', hidden('<w:color w:val="FFFFFF"/>')],
  ['in the colour of the ground', hidden('<w:color w:val="auto" w:themeColor="background1"/>')],
  ['of no size', atRunOf(RESULT, (run) => run.replace(/<w:sz w:val="\d+"\/>/, '<w:sz w:val="2"/>'))],
  ['of no width', hidden('<w:w w:val="1"/>')],
  ['struck out', atRunOf(RESULT, look('<w:strike/>'))],
  ['struck out twice', atRunOf(VERDICT, look('<w:dstrike w:val="true"/>'))],
  ['raised', atRunOf(RESULT, look('<w:vertAlign w:val="superscript"/>'))],
  ['turned round', atRunOf(RESULT, look('<w:rtl/>'))],
  [
    'in a typeface of signs',
    atRunOf(RESULT, (run) =>
      run.replace('<w:rPr>', '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>').replace(/<w:rFonts w:ascii="Times[^>]*>/, ''),
    ),
  ],
  [
    'filled with nothing',
    atRunOf(RESULT, look('<w14:textFill xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:noFill/></w14:textFill>')),
  ],
  ['turned round by characters', atRunOf(RESULT, (run) => run.replace(/(<w:t[^>]*>)/, '$1\u202e'))],
  ['struck out by characters', atRunOf(RESULT, (run) => run.replace(/(<w:t[^>]*>.)/, '$1\u0336'))],
  ['in an element that turns round', atRunOf(RESULT, (run) => `<w:bdo w:val="rtl">${run}</w:bdo>`)],
  ['a field that is worked out again', atRunOf(RESULT, (run) => `<w:fldSimple w:instr=" QUOTE 99 ">${run}</w:fldSimple>`)],
  [
    'a field in three parts',
    atRunOf(
      RESULT,
      (run) =>
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> = 9 </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    ),
  ],
  [
    'a control bound to data',
    atRunOf(RESULT, (run) => `<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a"/></w:sdtPr><w:sdtContent>${run}</w:sdtContent></w:sdt>`),
  ],
  ['a sign beside it', atRunOf(RESULT, (run) => `<w:r><w:sym w:font="Symbol" w:char="F031"/></w:r>${run}`)],
  ['a hyphen beside it', atRunOf(RESULT, (run) => `<w:r><w:noBreakHyphen/></w:r>${run}`)],
  ['a deletion beside it', atRunOf(RESULT, (run) => `${run}<w:del w:id="901" w:author="x"><w:r><w:delText>99%</w:delText></w:r></w:del>`)],
  ['moved away', atRunOf(RESULT, (run) => `<w:moveFrom w:id="901" w:author="x">${run}</w:moveFrom>`)],
  [
    'a formula beside it',
    atRunOf(
      RESULT,
      (run) => `${run}<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>9</m:t></m:r></m:oMath>`,
    ),
  ],
  [
    'other content for newer programs',
    atRunOf(
      RESULT,
      (run) =>
        `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="w14">${said('99%')}</mc:Choice><mc:Fallback>${run}</mc:Fallback></mc:AlternateContent>`,
    ),
  ],
  ['a text box in the cell', around('w:p', VERDICT, (p) => p.replace('</w:p>', `${shape('Đạt')}</w:p>`))],
  ['a text box elsewhere', around('w:p', IN_TEXT, (p) => `<w:p>${shape('I.1.3: 99%')}</w:p>${p}`)],
  ['a row that is hidden', around('w:tr', VERDICT, (tr) => tr.replace('<w:trPr>', '<w:trPr><w:hidden/>'))],
  ['a row of no height', around('w:tr', VERDICT, (tr) => tr.replace('<w:trPr>', '<w:trPr><w:trHeight w:val="1" w:hRule="exact"/>'))],
  ['a row that is deleted', around('w:tr', VERDICT, (tr) => tr.replace('<w:trPr>', '<w:trPr><w:del w:id="902" w:author="x"/>'))],
  ['a cell that belongs to the one above', around('w:tc', VERDICT, (tc) => tc.replace('<w:tcPr>', '<w:tcPr><w:vMerge/>'))],
  ['lines of no height', around('w:p', VERDICT, (p) => p.replace(/<w:spacing [^>]*>/, '<w:spacing w:line="2" w:lineRule="exact"/>'))],
  ['lines from right to left', around('w:p', RESULT, (p) => p.replace('<w:pPr>', '<w:pPr><w:bidi/>'))],
  ['a paragraph laid elsewhere', around('w:p', VERDICT, (p) => p.replace('<w:pPr>', '<w:pPr><w:framePr w:x="9000" w:y="9000"/>'))],
  ['a table laid elsewhere', around('w:tbl', VERDICT, (tbl) => tbl.replace('<w:tblPr>', '<w:tblPr><w:tblpPr w:tblpX="30000"/>'))],
  ['columns from right to left', around('w:tbl', VERDICT, (tbl) => tbl.replace('<w:tblPr>', '<w:tblPr><w:bidiVisual/>'))],
  [
    'a number that Word puts before a cell',
    around('w:p', VERDICT, (p) => p.replace('<w:pPr>', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>')),
  ],
  [
    'a chart in a group of shapes',
    around(
      'w:p',
      IN_TEXT,
      (p) =>
        `<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><c:chart xmlns:c="x" r:id="rIdDrawing1"/></mc:AlternateContent></w:r></w:p>${p}`,
    ),
  ],
  ['a document inside the document', around('w:p', IN_TEXT, (p) => `<w:altChunk r:id="rId99"/>${p}`)],
  ['a figure before a figure of the text', (xml) => xml.replace(/(?=<w:bookmarkStart[^>]*w:name="[a-z]+__[a-z]+")/, said('1'))],
  ['a minus before it', (xml) => xml.replace(/(?=<w:bookmarkStart[^>]*w:name="[a-z]+__[a-z]+")/, said('−'))],
  ['a figure behind a figure of the text', (xml) => xml.replace(/(w:name="[a-z]+__[a-z]+".*?<w:bookmarkEnd[^>]*>)/s, `$1${said('0')}`)],
];

test.each(WAYS)('a figure that is shown otherwise than it is read is told: %s', (_, change) => {
  expect(checkedReport(rewritten(report, { [DOCUMENT]: change })).differences).not.toEqual([]);
});

test('a style that hides is as good as a property that does, also where it is the usual one or is based on it', () => {
  const style = (xml: string) =>
    xml.replace(
      '</w:styles>',
      '<w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="Con"><w:basedOn w:val="An"/></w:style></w:styles>',
    );
  const usual = (xml: string) => xml.replace(/<w:rPrDefault><w:rPr>/, '<w:rPrDefault><w:rPr><w:vanish/>');
  for (const changes of [{ [STYLES]: style, [DOCUMENT]: atRunOf(RESULT, look('<w:rStyle w:val="Con"/>')) }, { [STYLES]: usual }])
    expect(checkedReport(rewritten(report, changes)).differences.length).toBeGreaterThan(0);
  expect(checkedReport(rewritten(report, { [STYLES]: style })).differences).toEqual([]);
  const shown = { [STYLES]: style, [DOCUMENT]: atRunOf(RESULT, look('<w:rStyle w:val="An"/><w:vanish w:val="0"/>')) };
  expect(checkedReport(rewritten(report, shown)).differences).toEqual([]);
});

test('the part that programs open is read, not the one of the usual name', () => {
  const parts = unzipSync(report);
  parts['word/khac.xml'] = strToU8(Buffer.from(parts[DOCUMENT]!).toString().replaceAll('94,96%', '99,96%'));
  parts['word/_rels/khac.xml.rels'] = parts['word/_rels/document.xml.rels']!;
  const moved = zipSync(parts, STORED);
  expect(
    checkedReport(
      rewritten(moved, {
        '_rels/.rels': (xml) => xml.replace('word/document.xml', 'word/khac.xml'),
        '[Content_Types].xml': (xml) => xml.replace('/word/document.xml', '/word/khac.xml'),
      }),
    ).differences,
  ).not.toEqual([]);
});

test('the tables once more in sight, without bookmarks and with another figure, are told', () => {
  const copied = around(
    'w:tbl',
    VERDICT,
    (tbl) => `${tbl.replaceAll(/<w:bookmark(Start|End)[^>]*>/g, '').replace('94,96%', '99,96%')}<w:p/>${tbl}`,
  );
  expect(checkedReport(rewritten(report, { [DOCUMENT]: copied })).differences).not.toEqual([]);
});

/** What a secretary or a program does to a report that is still the same report. */
const LAWFUL: readonly (readonly [string, Change])[] = [
  [
    'marks of Word’s own',
    (xml) =>
      xml
        .replaceAll('<w:r>', '<w:proofErr w:type="spellStart"/><w:r w:rsidR="00AB12CD"><w:lastRenderedPageBreak/>')
        .replaceAll('<w:p>', '<w:p w:rsidR="00AB12CD" w14:paraId="1" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">'),
  ],
  [
    'runs that were split',
    (xml) =>
      xml.replaceAll(
        /<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)<w:t xml:space="preserve">([^<&])([^<&]+)<\/w:t><\/w:r>/g,
        '<w:r>$1<w:t>$2</w:t></w:r><w:proofErr w:type="gramEnd"/><w:r>$1<w:t xml:space="preserve">$3</w:t></w:r>',
      ),
  ],
  [
    'a language and a shade of black',
    (xml) => xml.replaceAll('<w:rPr>', '<w:rPr><w:lang w:val="vi-VN"/><w:noProof/><w:color w:val="000000"/>'),
  ],
  ['a signer', (xml) => xml.replace(/(w:before="1440"(?:(?!<w:t).)*<w:t[^>]*>)[^<]*/s, '$1Trần Văn Ba')],
  ['a sentence in a blank', (xml) => xml.replace(/\[…\]/, 'Đề nghị bố trí 50 tỷ đồng trong năm 2027, khoảng 30% nhu cầu.')],
  [
    'a comment',
    atRunOf(RESULT, (run) => `<w:commentRangeStart w:id="1"/>${run}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>`),
  ],
  [
    'a line drawn under the motto',
    around(
      'w:p',
      IN_TEXT,
      (p) => `<w:p><w:r><w:pict><v:line xmlns:v="urn:schemas-microsoft-com:vml" from="1,2" to="3,4"/></w:pict></w:r></w:p>${p}`,
    ),
  ],
  ['a figure that is bold and blue', atRunOf(RESULT, look('<w:b/><w:color w:val="0000FF"/>'))],
];

test.each(LAWFUL)('what is no other figure is not told as one: %s', (_, change) => {
  expect(checkedReport(rewritten(report, { [DOCUMENT]: change })).differences).toEqual([]);
});

/** Sentences of parts I to V between their figures. */
const SENTENCES: readonly (readonly [string, Change])[] = [
  ['an agency’s own words', (xml) => xml.replace(/(giải trình: “.*?<w:t[^>]*>[^<]*?)( do | chưa )/s, '$1 tuy $2')],
  ['an agency that wrote', (xml) => xml.replace(/>[^<>]*( giải trình: “)/, '>Sở Ngoại vụ$1')],
  ['a word that turns a statement', (xml) => xml.replace('đơn vị chưa có báo cáo', 'đơn vị đã có báo cáo')],
  ['a target', (xml) => xml.replace(/(; mục tiêu .*?<w:t[^>]*>)\d+%/s, '$13%')],
  ['an agency that is missing', (xml) => xml.replace(/(chưa có báo cáo: )[^<;.]*/, '$1Sở Ngoại vụ')],
  [
    'a figure that lost its bookmark',
    (xml) => xml.replaceAll(/<w:bookmarkStart[^>]*w:name="[a-z]+__received[^>]*>/g, '').replace('>102<', '>112<'),
  ],
  ['the year over a table', (xml) => xml.replace('KẾT QUẢ THỰC HIỆN NĂM 2026', 'KẾT QUẢ THỰC HIỆN NĂM 2025')],
  ['a sentence twice', around('w:p', IN_TEXT, (p) => p + p.replaceAll(/<w:bookmark(Start|End)[^>]*>/g, ''))],
];

test.each(SENTENCES)('a sentence of ours in which somebody changed what it says is told: %s', (_, change) => {
  const { differences } = checkedReport(rewritten(report, { [DOCUMENT]: change }));
  expect(differences).not.toEqual([]);
  expect(differences.every(({ place }) => /^(Đoạn “|[A-Z]|chung)/.test(place))).toBe(true);
});

const CHART = 'word/charts/chart1.xml';
const CHART_WAYS: readonly (readonly [string, Change])[] = [
  ['another axis', (xml) => xml.replace('<c:min val="0"/>', '<c:min val="90"/>')],
  ['shapes over it', (xml) => xml.replace('</c:chartSpace>', '<c:userShapes r:id="rId9"/></c:chartSpace>')],
  [
    'a figure that is struck out',
    (xml) => xml.replace('<a:rPr lang="en-US"/><a:t>94,96%', '<a:rPr lang="en-US" strike="sngStrike"/><a:t>94,96%'),
  ],
  ['a figure that is not drawn', (xml) => xml.replace(/(<c:dLbl><c:idx val="1"\/>)<c:tx>.*?<\/c:tx>/s, '$1<c:delete val="1"/>')],
  ['figures that are not drawn', (xml) => xml.replace(/<c:dLbls>.*?<\/c:dLbls>/s, '<c:dLbls><c:delete val="1"/></c:dLbls>')],
  [
    'content for newer programs',
    (xml) =>
      xml.replace(
        '<c:barChart>',
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"/><c:barChart>',
      ),
  ],
];

test.each(CHART_WAYS)('a chart that is drawn otherwise than its figures say is told: %s', (_, change) => {
  expect(checkedReport(rewritten(report, { [CHART]: change })).differences).not.toEqual([]);
});

test('what Word writes beside a chart for newer programs is none of it', () => {
  const style =
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="c14"><c14:style xmlns:c14="http://schemas.microsoft.com/office/drawing/2007/8/2/chart" val="102"/></mc:Choice><mc:Fallback><c:style val="2"/></mc:Fallback></mc:AlternateContent>';
  expect(checkedReport(rewritten(report, { [CHART]: (xml) => xml.replace('<c:chart>', `${style}<c:chart>`) })).differences).toEqual([]);
});

test('very many paragraphs, styles and properties take no time that grows as their product', () => {
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const style = (k: number) =>
    `<w:style w:styleId="s${k}"><w:basedOn w:val="s${k - 1}"/><w:rPr>${'<w:strike/><w:sz w:val="20"/>'.repeat(20)}</w:rPr></w:style>`;
  const run = '<w:r><w:rPr><w:rStyle w:val="s3000"/></w:rPr><w:t>- Còn 10 đơn vị chưa có báo cáo</w:t></w:r>';
  const parts = unzipSync(report);
  const hostile = zipSync({
    ...parts,
    [STYLES]: strToU8(`<w:styles xmlns:w="${word}">${Array.from({ length: 3_500 }, (_, k) => style(k)).join('')}</w:styles>`),
    [DOCUMENT]: strToU8(`<w:document xmlns:w="${word}"><w:body>${`<w:p>${run}</w:p>`.repeat(20_000)}</w:body></w:document>`),
  });
  const took = processorTime(() => expect(checkedReport(hostile).differences.length).toBeGreaterThan(0));
  expect(took).toBeLessThan(8_000);
});
