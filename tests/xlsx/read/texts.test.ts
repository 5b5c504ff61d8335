import { MAIN } from '../../support/xlsx-parts.ts';
import { refusalOf, valuesOf } from '../../support/xlsx-reading.ts';
import { aWorkbookFile } from '../../support/xlsx-zip.ts';

/** The texts that a table of shared strings makes, in its order. */
function textsOf(strings: string, count: number): unknown[] {
  const rows = `<row r="1">${Array.from({ length: count }, (_, k) => `<c t="s"><v>${k}</v></c>`).join('')}</row>`;
  return Object.values(valuesOf(aWorkbookFile({ sheets: [{ rows }], strings })));
}

test('the runs of a rich text are one text', () => {
  expect(
    textsOf('<si><r><rPr><b/></rPr><t>Tử </t></r><r><t xml:space="preserve">số</t></r></si><si><t>a</t><r><t>b</t></r></si>', 2),
  ).toEqual(['Tử số', 'ab']);
});

test('phonetic runs are no part of the text', () => {
  expect(
    textsOf(
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si><si><r><t>Sở</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>',
      2,
    ),
  ).toEqual(['東京', 'Sở']);
});

test('escapes are undone once', () => {
  const strings = [
    'Tử số_x000D_',
    '_x005F_x000D_',
    'a_x0009_b',
    '_x005f__x000d_',
    '_x00zz_',
    '_X000D_',
    '_xD83D__xDE00_',
    '_xD83D_',
    'x_x',
  ].map((text) => `<si><t>${text}</t></si>`);
  expect(textsOf(strings.join(''), 9)).toEqual(['Tử số\r', '_x000D_', 'a\tb', '_\r', '_x00zz_', '_X000D_', '😀', '_xD83D_', 'x_x']);
});

test('references, CDATA and comments inside a text are what they stand for', () => {
  const strings = [
    '&lt;b&gt; &amp;amp; &quot;&apos;',
    '&#7913;&#x1EE9;&#x1F44D;',
    '<![CDATA[a < b & c]]>',
    'a<!-- x -->b<![CDATA[]]>c<?pi y?>d',
    '<![CDATA[&lt;]]>&lt;',
  ].map((text) => `<si><t>${text}</t></si>`);
  expect(textsOf(strings.join(''), 5)).toEqual([`<b> &amp; "'`, 'ứứ👍', 'a < b & c', 'abcd', '&lt;<']);
});

test('white space is kept, and line ends are line feeds', () => {
  expect(
    textsOf(
      '<si><t xml:space="preserve"> a  b\t</t></si><si><t> c </t></si><si><t>x\r\ny\rz\nw</t></si><si><t><![CDATA[x\r\ny\r]]></t></si><si><t>x&#13;&#10;y</t></si>',
      5,
    ),
  ).toEqual([' a  b\t', ' c ', 'x\ny\nz\nw', 'x\ny\n', 'x\r\ny']);
});

test('Vietnamese is given as it is stored, composed or not', () => {
  const [nfc, nfd] = ['Tỷ lệ hồ sơ được giải quyết đúng hạn của Ủy ban nhân dân xã Ba Tơ', 'Thủ tướng'.normalize('NFD')];
  expect(textsOf(`<si><t>${nfc}</t></si><si><t>${nfd}</t></si><si><t>\ufeffcó\u200b</t></si>`, 3)).toEqual([nfc, nfd, '\ufeffcó\u200b']);
});

test('an empty text is a text', () => {
  expect(textsOf('<si><t/></si><si/><si><t></t></si>', 3)).toEqual(['', '', '']);
});

test('a text as long as a cell can hold is read whole', () => {
  const long = 'số liệu '.repeat(5000).slice(0, 32767);
  expect(textsOf(`<si><t>${long}</t></si><si><r><t>${long}</t></r><r><t>&amp;${long}</t></r></si>`, 2)).toEqual([long, `${long}&${long}`]);
});

test('a value that is no text yet longer than any text is damaged', () => {
  const long = '1'.repeat(9 * 1024 * 1024);
  expect(refusalOf(aWorkbookFile({ sheets: [{ rows: `<row><c t="d"><v>${long}</v></c></row>` }] }))).toMatchObject({
    rule: 'damaged-workbook',
    sheet: 'Sheet1',
  });
});

test('names that objects already have are texts like all others', () => {
  const strings = ['__proto__', 'constructor', 'toString'].map((text) => `<si><t>${text}</t></si>`);
  expect(textsOf(strings.join(''), 3)).toEqual(['__proto__', 'constructor', 'toString']);
});

test('texts inside the cell may be rich, too', () => {
  const rows = '<row><c t="inlineStr"><is><r><t>Có </t></r><r><t>số liệu</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c></row>';
  expect(valuesOf(aWorkbookFile({ sheets: [{ rows }] }))).toEqual({ A1: 'Có số liệu' });
});

test('a table of texts that breaks off is damage', () => {
  expect(refusalOf(aWorkbookFile({ strings: '<si><t>a' }))).toEqual({ rule: 'damaged-workbook', part: 'xl/sharedstrings.xml' });
  const parts = aWorkbookFile({ strings: '' }, (all) => ({ ...all, 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"/>` }));
  expect(valuesOf(parts)).toEqual({});
});
