import { readWorkbook } from '../../../xlsx/read/read-workbook.ts';
import { fc } from '../../support/properties.ts';
import { aSheetXml } from '../../support/xlsx-parts.ts';
import { aWorkbookFile } from '../../support/xlsx-zip.ts';

const STRINGS =
  '<si><t>Có số liệu</t></si><si><t xml:space="preserve"> 5 &amp; 6</t></si><si><t><![CDATA[5 &amp; 6]]></t></si><si><t>5 &amp; 6</t></si>';
const HIGHEST = 3;

const text = fc.constantFrom(
  '0',
  '1',
  '2',
  '3',
  '4',
  '12',
  '-0.5',
  '1e3',
  '007',
  ' 1 ',
  '',
  'ữ',
  '&amp;',
  '&lt;1',
  '_x0041_',
  '\r\n',
  '1 2',
  '9'.repeat(16),
);
const attributes = fc.tuple(
  fc.constantFrom('', ' s="0"', ' s="1"', ' s="2"', ' s="99"', ' s=""', ' s="1234567890"', ' s="-1"', " s='1'"),
  fc.constantFrom('', '', ' t="s"', ' t="str"', ' t="n"', ' t="b"', ' t="e"', ' t="d"', ' t="st"', ' t="ss"'),
  fc.constantFrom('', '', ' ', ' cm="1"'),
);
const content = fc
  .tuple(fc.constantFrom('', '', '<f>A1&amp;"x"</f>', '<f t="shared" si="0"/>', '<f/>'), fc.constantFrom('', '<v/>', '<v>'), text)
  .map(([formula, open, value]) => formula + (open === '<v>' ? `<v>${value}</v>` : open));
const oddCell = (row: number, column: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(`${column}${row}`, `${column}0${row}`, `a${row}`, `ZZZ${row}`), attributes, content, fc.boolean())
    .map(([place, said, inside, empty]) => `<c r="${place}"${said.join('')}${empty ? '/>' : `>${inside}</c>`}`);
const usualCell = (row: number, column: string): fc.Arbitrary<string> =>
  fc
    .constantFrom(
      ' s="1"/>',
      '/>',
      ' s="2" t="s"><v>3</v></c>',
      '><v>0.5</v></c>',
      ' t="str"><f>A1&amp;"x"</f><v>5 &amp; 6</v></c>',
      '><f>A1</f></c>',
    )
    .map((rest) => `<c r="${column}${row}"${rest}`);
const cell = (row: number, column: string): fc.Arbitrary<string> =>
  fc.oneof({ weight: 8, arbitrary: usualCell(row, column) }, { weight: 1, arbitrary: oddCell(row, column) });
const row = (number: number): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(` r="${number}"`, ` r="${number}" ht="15" hidden="1"`, ''),
      fc.constantFrom('', '', '\n'),
      fc.tuple(...['A', 'B', 'C', 'AB'].map((column) => cell(number, column))),
    )
    .map(([said, space, cells]) => `<row${said}>${cells.join(space)}</row>`);
const rows = fc.tuple(row(1), row(2), row(5)).map((all) => all.join(''));

const SCRAPS = [
  '<',
  '>',
  '/',
  '"',
  "'",
  '=',
  ' ',
  '&',
  '0',
  'A',
  's',
  '</v>',
  '</c>',
  '<v>',
  '<f>',
  '<!-- -->',
  '<?a?>',
  '<![CDATA[1]]>',
  '\u0001',
  'x:',
  'xmlns="u"',
  ' r="C1"',
  '<c r="D1"/>',
  ']]>',
  'ữ',
];
const slips = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 2 }), fc.constantFrom(...SCRAPS)), { minLength: 0, maxLength: 2 });
const slipped = fc.tuple(rows, slips).map(([xml, all]) =>
  all.reduce((result, [at, length, scrap]) => {
    const place = at % (result.length + 1);
    return result.slice(0, place) + scrap + result.slice(place + length);
  }, xml),
);

const read = (sheet: string) =>
  readWorkbook(aWorkbookFile({ sheets: [{ xml: aSheetXml(sheet) }], strings: STRINGS, formats: ['dd/mm/yyyy', '0%'] }));

test('cells as nearly every program writes them are read as the scanner reads them, or left to it', () => {
  let [sound, damaged] = [0, 0];
  fc.assert(
    fc.property(slipped, (sheet) => {
      const plain = read(sheet);
      expect([sheet, plain]).toEqual([sheet, read(sheet.replaceAll('<c ', '<c\n'))]); // the scanner alone takes another white space
      if (plain.ok) sound++;
      else damaged++;
    }),
    { numRuns: 1000 },
  );
  expect([sound > 100, damaged > 100]).toEqual([true, true]);
});

test('what a text is does not depend on what was read before', () => {
  const cells = Array.from({ length: HIGHEST + 1 }, (_, k) => `<c r="A${k + 1}" t="s"><v>${k}</v></c>`);
  const sheet = cells.map((one, k) => `<row r="${k + 1}">${one}</row>`).join('');
  const texts = [' 5 & 6', '5 &amp; 6', '5 & 6'];
  for (const order of [STRINGS, STRINGS])
    expect(readWorkbook(aWorkbookFile({ sheets: [{ rows: sheet }], strings: order }))).toMatchObject({
      value: { grids: [{ rows: ['Có số liệu', ...texts].map((value) => ({ cells: [{ value }] })) }] },
    });
});
