import { strToU8, unzipSync, zipSync } from 'fflate';
import { buildAppendix } from '../../../templates/appendix/build-appendix.ts';
import { compareWorkbooks } from '../../../templates/checking/compare-workbooks.ts';
import { buildReport } from '../../../templates/report/build-report.ts';
import { STORED } from '../../support/stored-zip.ts';
import { aRequest } from '../appendix/a-built-appendix.ts';
import { aReportRequest } from '../report/a-built-report.ts';
import { beforeEnd, type Change, checkedReport, DOCUMENT, paragraph, rewritten } from './a-forged-report.ts';

let [report, workbook]: Uint8Array[] = [];
beforeAll(async () => {
  [report, workbook] = [await buildReport(aReportRequest('2026')), await buildAppendix(aRequest('2026'))];
});

type Changes = Readonly<Record<string, Change>>;
interface Forged {
  readonly changes: Changes;
  /** Parts that the package has besides. */
  readonly parts?: Readonly<Record<string, string>>;
}
const forge = (bytes: Uint8Array, { changes, parts = {} }: Forged): Uint8Array =>
  zipSync(
    {
      ...unzipSync(rewritten(bytes, changes)),
      ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
    },
    STORED,
  );

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const link = (type: string, target: string, id = 'rIdX1'): string =>
  `<Relationship Id="${id}" Type="${TYPES}/${type}" Target="${target}"/>`;
const links = (...all: string[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
const linked =
  (...all: string[]): Change =>
  (xml) =>
    xml.replace('</Relationships>', `${all.join('')}</Relationships>`);
const inBody = (added: string): Forged => ({ changes: { [DOCUMENT]: beforeEnd(added) } });
const run = (inner: string): string => `<w:p><w:r>${inner}</w:r></w:p>`;
const NS = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  m: 'http://schemas.openxmlformats.org/officeDocument/2006/math',
  v: 'urn:schemas-microsoft-com:vml',
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
};
const aShape = `<w:drawing><wp:anchor xmlns:wp="${NS.wp}"><wp:docPr id="99" name="x"/><a:graphic xmlns:a="${NS.a}"><a:graphicData uri="${NS.wps}"><wps:wsp xmlns:wps="${NS.wps}"><wps:spPr><a:custGeom/></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`;
const textBox = (text: string): string =>
  `<w:pict><v:shape xmlns:v="${NS.v}"><v:textbox><w:txbxContent>${paragraph(text)}</w:txbxContent></v:textbox></v:shape></w:pict>`;
const row = (...cells: string[]): string => `<w:tr>${cells.map((text) => `<w:tc>${paragraph(text)}</w:tc>`).join('')}</w:tr>`;
const inHeader = (added: string): Forged => ({
  changes: { 'word/header2.xml': (xml) => xml.replace(/(<\/w:hdr>|\/>$)/, (end) => (end === '/>' ? end : added + end)) },
});

const REPORTS: readonly (readonly [string, Forged])[] = [
  ['a text box without a figure', inBody(run(textBox('Tất cả chỉ tiêu đã hoàn thành')))],
  ['a text box without a figure in a header', inHeader(run(textBox('Tất cả chỉ tiêu đã hoàn thành')))],
  ['a shape that is drawn, without words', inBody(run(aShape))],
  ['a shape that is drawn over a page from its header', inHeader(run(aShape))],
  ['WordArt', inBody(run(`<w:pict><v:shape xmlns:v="${NS.v}"><v:textpath string="Đạt 100%"/></v:shape></w:pict>`))],
  ['a formula', inBody(`<w:p><m:oMath xmlns:m="${NS.m}"><m:r><m:t>Đạt cả</m:t></m:r></m:oMath></w:p>`)],
  ['signs of a typeface', inBody(run('<w:sym w:font="Times New Roman" w:char="F031"/><w:sym w:font="Times New Roman" w:char="F030"/>'))],
  [
    'a sign before a sentence of ours',
    { changes: { [DOCUMENT]: (xml) => xml.replace(/(<w:t[^>]*>I\. )/, '<w:sym w:font="Arial" w:char="F039"/></w:r><w:r>$1') } },
  ],
  [
    'numbers of a list that say something',
    {
      changes: {
        'word/numbering.xml': (xml) =>
          xml.replace(
            '</w:numbering>',
            '<w:abstractNum w:abstractNumId="90"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="Đạt 100%:"/></w:lvl></w:abstractNum><w:num w:numId="90"><w:abstractNumId w:val="90"/></w:num></w:numbering>',
          ),
      },
    },
  ],
  [
    'a figure in the place of a note',
    {
      changes: {
        'word/footnotes.xml': (xml) => xml.replace('</w:footnotes>', `<w:footnote w:id="9">${paragraph('99')}</w:footnote></w:footnotes>`),
      },
    },
  ],
  [
    'a number that a header lays over the page',
    inHeader('<w:p><w:pPr><w:framePr w:x="4000" w:y="5000"/></w:pPr><w:r><w:t>99</w:t></w:r></w:p>'),
  ],
  [
    'a table that has the head of an annex of ours',
    inBody(`<w:tbl>${row('TT', 'Đơn vị', 'Văn bản, sản phẩm')}${row('1', 'Mọi đơn vị', 'Tất cả đạt 100%')}</w:tbl>`),
  ],
  [
    'a table with a bookmark that is called as one of ours',
    inBody(
      `<w:tbl><w:tr><w:tc><w:p><w:bookmarkStart w:id="9001" w:name="PL1_9_9__verdict"/><w:bookmarkEnd w:id="9001"/></w:p></w:tc><w:tc>${paragraph('Tất cả đạt')}</w:tc></w:tr></w:tbl>`,
    ),
  ],
  [
    'a picture that fills the bars of a chart',
    {
      changes: { 'word/charts/_rels/chart1.xml.rels': linked(link('image', '/word/media/x.png')) },
      parts: { 'word/media/x.png': 'x' },
    },
  ],
  [
    'a title of an axis',
    {
      changes: {
        'word/charts/chart1.xml': (xml) =>
          xml.replace(/<c:catAx>/, `<c:catAx><c:title><c:tx><c:rich><a:p><a:r><a:t>Đạt cả</a:t></a:r></a:p></c:rich></c:tx></c:title>`),
      },
    },
  ],
  [
    'bars that are stacked to a hundred',
    { changes: { 'word/charts/chart1.xml': (xml) => xml.replace('<c:grouping val="clustered"/>', '<c:grouping val="percentStacked"/>') } },
  ],
  [
    'words of the letterhead that were made shorter',
    { changes: { [DOCUMENT]: (xml) => xml.replace('Độc lập - Tự do - Hạnh phúc', 'Tự do') } },
  ],
];

const CHART_IN_HEADER = inHeader(
  `<w:p><w:r><w:drawing><wp:inline xmlns:wp="${NS.wp}"><wp:docPr id="9" name="x"/><a:graphic xmlns:a="${NS.a}"><a:graphicData><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rIdX1"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`,
);
const WORKED_OUT: readonly (readonly [string, Forged])[] = [
  [
    'a field that programs work out when they open it',
    inBody('<w:p><w:fldSimple w:instr="QUOTE &quot;Đạt 100%&quot;" w:dirty="true"/></w:p>'),
  ],
  [
    'the same in parts, in a header',
    inHeader(
      run('<w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>QUOTE "Đạt"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/>'),
    ),
  ],
  ['a chart in a header', CHART_IN_HEADER],
  [
    'a sentence of ours that is struck out',
    { changes: { [DOCUMENT]: (xml) => xml.replace(/<w:rPr>((?:(?!<w:rPr>).)*<w:t[^>]*>I\. )/, '<w:rPr><w:strike/>$1') } },
  ],
  ['a chart of another kind', { changes: { 'word/charts/chart1.xml': (xml) => xml.replaceAll('c:barChart', 'c:areaChart') } }],
  [
    'an axis that grows by powers',
    { changes: { 'word/charts/chart1.xml': (xml) => xml.replace(/(<c:valAx>.*?<c:scaling>)/s, '$1<c:logBase val="10"/>') } },
  ],
];

test.each([...REPORTS, ...WORKED_OUT])('what a report shows besides is told or named: %s', (_, forged) => {
  const { differences, unchecked } = checkedReport(forge(report!, forged));
  expect(differences.length + unchecked.length).toBeGreaterThan(0);
});

const SHEET = 'xl/worksheets/sheet1.xml';
const CHART = 'xl/charts/chart1.xml';
const DRAWING = 'xl/drawings/drawing1.xml';
const anchored =
  (inner: string): Change =>
  (xml) =>
    xml.replace(
      '</xdr:wsDr>',
      `<xdr:absoluteAnchor><xdr:pos x="0" y="0"/><xdr:ext cx="9" cy="9"/>${inner}<xdr:clientData/></xdr:absoluteAnchor></xdr:wsDr>`,
    );
const styled =
  (font: string, xf: string): Change =>
  (xml) => {
    const at = /<fonts count="(\d+)"/.exec(xml)?.[1];
    return xml
      .replace('</fonts>', `${font}</fonts>`)
      .replaceAll(/<xf numFmtId="(\d+)" fontId="\d+"/g, `<xf numFmtId="$1" fontId="${at}"`)
      .replace('</cellXfs>', `${xf}</cellXfs>`);
  };

const WORKBOOKS: readonly (readonly [string, Forged])[] = [
  [
    'a text box without a figure',
    { changes: { [DRAWING]: anchored('<xdr:sp><xdr:txBody><a:p><a:r><a:t>Tất cả đã đạt</a:t></a:r></a:p></xdr:txBody></xdr:sp>') } },
  ],
  ['a shape that is drawn, without words', { changes: { [DRAWING]: anchored('<xdr:sp><xdr:spPr><a:custGeom/></xdr:spPr></xdr:sp>') } }],
  ['words in a page footer', { changes: { [SHEET]: (xml) => xml.replace('<oddFooter>', '<oddFooter>&amp;CTất cả đạt 100%') } }],
  [
    'words of an input message',
    {
      changes: {
        [SHEET]: (xml) =>
          xml.replace(
            /(<pageMargins)/,
            '<dataValidations count="1"><dataValidation showInputMessage="1" prompt="Thực tế là 12%" sqref="B4"/></dataValidations>$1',
          ),
      },
    },
  ],
  [
    'sparklines',
    {
      changes: {
        [SHEET]: (xml) =>
          xml.replace(
            '</worksheet>',
            '<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><x14:sparklineGroups xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:sparklineGroup><x14:sparklines><x14:sparkline/></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst></worksheet>',
          ),
      },
    },
  ],
  [
    'icons beside the figures',
    {
      changes: {
        [SHEET]: (xml) =>
          xml.replace(
            '<pageMargins',
            '<conditionalFormatting sqref="B4:B12"><cfRule type="iconSet" priority="99"><iconSet iconSet="3TrafficLights1"><cfvo type="percent" val="0"/><cfvo type="percent" val="1"/><cfvo type="percent" val="2"/></iconSet></cfRule></conditionalFormatting><pageMargins',
          ),
      },
    },
  ],
  [
    'icons of newer programs in the place of figures',
    {
      changes: {
        [SHEET]: (xml) =>
          xml.replace(
            '</worksheet>',
            '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormatting><x14:cfRule type="iconSet" priority="9"><x14:iconSet showValue="0" custom="1"/></x14:cfRule></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst></worksheet>',
          ),
      },
    },
  ],
  [
    'labels of a chart that come from other cells',
    {
      changes: {
        [CHART]: (xml) =>
          xml.replace(
            '</c:ser>',
            '<c:extLst><c:ext uri="{02D57815-91ED-43cb-92C2-25804820EDAC}"><c15:datalabelsRange xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:dlblRangeCache><c:pt idx="0"><c:v>99%</c:v></c:pt></c15:dlblRangeCache></c15:datalabelsRange></c:ext></c:extLst></c:ser>',
          ),
      },
    },
  ],
  [
    'labels of a chart whose format says another number',
    {
      changes: {
        [CHART]: (xml) =>
          xml.replace('<c:cat>', '<c:dLbls><c:numFmt formatCode="&quot;99%&quot;" sourceLinked="0"/><c:showVal val="1"/></c:dLbls><c:cat>'),
      },
    },
  ],
  [
    'an axis whose format says another number',
    { changes: { [CHART]: (xml) => xml.replace('formatCode="0%"', 'formatCode="&quot;99%&quot;"') } },
  ],
  [
    'a chart that turns its bars into lines stacked to a hundred',
    { changes: { [CHART]: (xml) => xml.replace('val="clustered"', 'val="percentStacked"') } },
  ],
  ['a chart that is no longer drawn', { changes: { [DRAWING]: (xml) => xml.replace(/<xdr:twoCellAnchor>.*?<\/xdr:twoCellAnchor>/s, '') } }],
  ['a chart that is drawn twice, in the place of another', { changes: { [DRAWING]: (xml) => xml.replace('r:id="rId2"', 'r:id="rId1"') } }],
  [
    'a picture that fills the bars of a chart',
    {
      changes: { [DRAWING]: (xml) => `${xml} ` },
      parts: { 'xl/charts/_rels/chart1.xml.rels': links(link('image', '/xl/media/x.png')), 'xl/media/x.png': 'x' },
    },
  ],
  ['cells in a typeface of signs', { changes: { 'xl/styles.xml': styled('<font><sz val="11"/><name val="Wingdings"/></font>', '') } }],
  [
    'cells in the white of a palette',
    { changes: { 'xl/styles.xml': styled('<font><sz val="11"/><color indexed="9"/><name val="Arial"/></font>', '') } },
  ],
  [
    'cells in a black made white',
    { changes: { 'xl/styles.xml': styled('<font><sz val="11"/><color theme="1" tint="0.99"/><name val="Arial"/></font>', '') } },
  ],
  [
    'black cells in black letters',
    {
      changes: {
        'xl/styles.xml': (xml) =>
          xml.replaceAll(/<patternFill patternType="none"\/>/g, '<patternFill patternType="solid"><fgColor rgb="FF000000"/></patternFill>'),
      },
    },
  ],
  [
    'cells that repeat what is in them',
    { changes: { 'xl/styles.xml': (xml) => xml.replaceAll(/<alignment [^>]*\/>/g, '<alignment horizontal="fill"/>') } },
  ],
  [
    'buttons with words',
    {
      changes: {
        [SHEET]: (xml) =>
          xml.replace(
            '</worksheet>',
            '<legacyDrawing r:id="rIdX1" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></worksheet>',
          ),
        'xl/worksheets/_rels/sheet1.xml.rels': linked(link('vmlDrawing', '/xl/drawings/vml1.vml')),
      },
      parts: { 'xl/drawings/vml1.vml': `<xml xmlns:v="${NS.v}"><v:shape><v:textbox><div>Tất cả đạt</div></v:textbox></v:shape></xml>` },
    },
  ],
  ['a drawing that its sheet does not draw any more', { changes: { [SHEET]: (xml) => xml.replace(/<drawing [^>]*>/, '') } }],
  ['a view that leaves out noughts', { changes: { [SHEET]: (xml) => xml.replace('<sheetView ', '<sheetView showZeros="0" ') } }],
  ['a view of formulas', { changes: { [SHEET]: (xml) => xml.replace('<sheetView ', '<sheetView showFormulas="1" ') } }],
  ['cells that a line crosses out', { changes: { 'xl/styles.xml': (xml) => xml.replaceAll('<border>', '<border diagonalUp="1">') } }],
  [
    'dates of another calendar',
    { changes: { 'xl/workbook.xml': (xml) => xml.replace(/<(bookViews|sheets)>/, '<workbookPr date1904="1"/><$1>') } },
  ],
  [
    'cells that a condition strikes out',
    { changes: { 'xl/styles.xml': (xml) => xml.replaceAll(/<dxf>.*?<\/dxf>/gs, '<dxf><font><strike/></font></dxf>') } },
  ],
  [
    'a sheet that is a chart',
    {
      changes: {
        'xl/workbook.xml': (xml) =>
          xml.replace(
            '</sheets>',
            '<sheet name="Tất cả đạt 100%" sheetId="77" r:id="rIdX1" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></sheets>',
          ),
        'xl/_rels/workbook.xml.rels': linked(link('chartsheet', '/xl/chartsheets/sheet1.xml')),
      },
      parts: { 'xl/chartsheets/sheet1.xml': '<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>' },
    },
  ],
];

test.each(WORKBOOKS)('what a workbook shows besides is told or named: %s', (_, forged) => {
  const checked = compareWorkbooks(forge(workbook!, forged), workbook!);
  expect((checked?.differences.length ?? 1) + (checked?.unchecked.length ?? 0)).toBeGreaterThan(0);
});
