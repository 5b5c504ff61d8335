import { builtInFormat, formatOfValue, parseFormat } from '../../../core/number-format.ts';
import { serialOfIsoDate } from '../../../xlsx/read/sheet/iso-date.ts';
import { MAIN } from '../../support/xlsx-parts.ts';
import { workbookOf } from '../../support/xlsx-reading.ts';
import { aWorkbookFile } from '../../support/xlsx-zip.ts';

/** How a format code shows a number. */
const formatOfCode = (code: string, value = 2000) => formatOfValue(parseFormat(code), value);

/** Format and value of each cell of row 1. */
function shown(bytes: Uint8Array): unknown[] {
  return workbookOf(bytes).grids[0]!.rows[0]!.cells.map(({ format, value }) => [format, value]);
}

test('the built-in formats are told apart by their numbers', () => {
  const ids = Array.from({ length: 82 }, (_, id) => id);
  expect(ids.filter((id) => formatOfValue(builtInFormat(id), 1) === 'percent')).toEqual([9, 10]);
  expect(ids.filter((id) => formatOfValue(builtInFormat(id), 1) === 'date')).toEqual([
    14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58,
  ]);
});

test('a format code shows a date when figures of a date are left in its first section', () => {
  for (const code of [
    'dd/mm/yyyy',
    '[Magenta]dd/mm/yyyy',
    'd-mmm',
    '[$-42A]dd mmmm yyyy',
    'dd"."mm"."yyyy',
    '[h]:mm',
    '[mm]',
    '[ss].00',
    'h:mm AM/PM',
    'DD/MM/YYYY',
    '"ngày" dd',
    'yyyy\\-mm',
    '[$-F800]dddd, mmmm dd',
    'd/m;@',
    'ggge',
    'bbbb',
  ])
    expect([code, formatOfCode(code)]).toEqual([code, 'date']);
});

test('a format code that only looks like one shows a plain number', () => {
  for (const code of [
    '0',
    '0;[Red]-0',
    '[Red]0',
    '[Magenta]0.0',
    '#,##0',
    'General',
    'GENERAL',
    '0.00E+00',
    '##0.0e-0',
    '@',
    '"hồ sơ đã nhận"',
    '0\\d',
    '0_d',
    '0*d',
    '0" ngày"',
    '[$-42A]0',
    '# ?/?',
    '[>=1000]0;dd',
    '0;dd/mm',
    '[Color5]0',
    '0"%"',
    '0\\%',
    '0_%',
    '',
    '"dd',
  ])
    expect([code, formatOfCode(code)]).toEqual([code, 'plain']);
});

test('a percent sign that is shown makes a percentage', () => {
  for (const code of ['0%', '0.0%', '[Red]0.00%', '0 %;-0 %', '#,##0.0%', '"tỷ lệ" 0%'])
    expect([code, formatOfCode(code)]).toEqual([code, 'percent']);
});

test('cells know how their number is shown', () => {
  const rows = '<row><c><v>1</v></c><c s="1"><v>0.4</v></c><c s="2"><v>46304</v></c><c s="3"><v>190</v></c><c s="4"><v>0.5</v></c></row>';
  expect(shown(aWorkbookFile({ sheets: [{ rows }], formats: [9, 'd-mmm', '0;[Red]-0', '0.0%'] }))).toEqual([
    ['plain', 1],
    ['percent', 0.4],
    ['date', 46304],
    ['plain', 190],
    ['percent', 0.5],
  ]);
});

test('a workbook may spell out a built-in format as another one', () => {
  const styles = `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="14" formatCode="0%"/></numFmts><cellStyleXfs><xf numFmtId="22"/></cellStyleXfs><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>`;
  expect(
    shown(
      aWorkbookFile({ sheets: [{ rows: '<row><c><v>1</v></c></row>' }], formats: [] }, (parts) => ({ ...parts, 'xl/styles.xml': styles })),
    ),
  ).toEqual([['percent', 1]]);
});

test('a style that does not exist, or no styles at all, leave a number plain', () => {
  const rows = '<row><c s="99999"><v>1</v></c><c s="-1"><v>2</v></c></row>';
  const plain = [
    ['plain', 1],
    ['plain', 2],
  ];
  expect(shown(aWorkbookFile({ sheets: [{ rows }], formats: [9] }))).toEqual(plain);
  expect(shown(aWorkbookFile({ sheets: [{ rows }] }))).toEqual(plain);
  const withoutPart = aWorkbookFile({ sheets: [{ rows }], formats: [9] }, ({ 'xl/styles.xml': _, ...parts }) => parts);
  expect(shown(withoutPart)).toEqual(plain);
});

test('dates of a workbook that counts from 1904 are given as those that count from 1900', () => {
  const rows = '<row><c s="1"><v>44869</v></c><c><v>44869</v></c><c s="2"><v>0.4</v></c><c t="d"><v>2026-11-05</v></c></row>';
  expect(shown(aWorkbookFile({ sheets: [{ rows }], formats: [14, 9], properties: 'date1904="1"' }))).toEqual([
    ['date', 46331],
    ['plain', 44869],
    ['percent', 0.4],
    ['date', 46331],
  ]);
});

test('an ISO date becomes its serial number', () => {
  expect(
    ['2026-11-05', '2026-11-05T12:00:00', '2026-11-05T06:00:00.000Z', '1900-03-01', 'x', '2026-13-01', '2026-02-30', ''].map(
      serialOfIsoDate,
    ),
  ).toEqual([46331, 46331.5, 46331.25, 61, NaN, NaN, NaN, NaN]);
});
