import { readUpload } from '../../../templates/upload/read-upload.ts';
import { readWorkbook } from '../../../xlsx/read/read-workbook.ts';
import { aForm, context, TINH_KHE } from '../../support/a-form.ts';
import { processorTime } from '../../support/processor-time.ts';
import { valuesOf, workbookOf } from '../../support/xlsx-reading.ts';
import { aWorkbookFile } from '../../support/xlsx-zip.ts';

const MB = 1_000_000;
const MOST_MS = 2_000;
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const aCell = (value: string, more = ''): string => `<row r="1"><c r="A1"${more}><v>${value}</v></c></row>`;
const sharing = (columns: number, rows: number): string => `<row>${'<c t="s"><v>0</v></c>'.repeat(columns)}</row>`.repeat(rows);

test.each([
  ['211 bytes of empty comments', bytesOf(`${'<!---->'.repeat(30)}x`)],
  ['a page behind declarations without end', bytesOf(`${'<?xml ?>'.repeat(500)}${' '.repeat(90)}<p>`)],
  ['a number of 60,000 digits and a letter', aWorkbookFile({ sheets: [{ rows: aCell(`${'1'.repeat(60_000)}x`) }] })],
  ['a number of 900,000 digits', aWorkbookFile({ sheets: [{ rows: aCell('1'.repeat(900_000)) }] })],
  ['a date of 900,000 digits', aWorkbookFile({ sheets: [{ rows: aCell(`2026-11-05T10:00:00.${'1'.repeat(900_000)}x`, ' t="d"') }] })],
  [
    '20,000 cells of one blank text of 1 MB',
    aWorkbookFile({ sheets: [{ rows: sharing(2_000, 10) }], strings: `<si><t>${' '.repeat(MB)}</t></si>` }),
  ],
  [
    '100 defined names of 60,000 characters',
    aWorkbookFile({ names: `<definedName name="N">'${"a''".repeat(20_000)}!$A$1</definedName>`.repeat(100) }),
  ],
  ['a number format of 900,000 brackets', aWorkbookFile({ formats: ['['.repeat(900_000), '"'.repeat(900_001)] })],
])('%s costs no more than its length', (_, bytes) => {
  expect(processorTime(() => readUpload(bytes, context))).toBeLessThan(MOST_MS);
});

const SPELLED = 'o\u0302\u0323 '.repeat(MB / 6);
const MARKS = `a${'\u0323\u0300'.repeat(16_383)}`;
const aSheet = (text: string): ReturnType<typeof aForm> => {
  const form = aForm(TINH_KHE).filled();
  const bounded = workbookOf(aWorkbookFile({ sheets: [{ rows: sharing(1, 1) }], strings: `<si><t>${text}</t></si>` }));
  const value = bounded.grids[0]?.rows[0]?.cells[0]?.value ?? null;
  for (let row = 300; row < 700; row++) form.at('Phụ lục I', row, 1, value).at('Phụ lục I', row, 9, 1);
  for (const id of form.rows.keys()) for (const field of ['name', 'leads', 'tt'] as const) form.put(id, field, value);
  for (const field of ['state', 'numerator', 'explanation', 'evidence'] as const) form.put('PL1.I.1.3', field, value);
  return form;
};

test.each([
  ['dots', `${'.'.repeat(60_000)}x`],
  ['separators', `${'; ,.'.repeat(15_000)}x`],
  ['1 MB of decomposed letters', SPELLED],
  ['combining marks', MARKS],
  ['figures', `${'1'.repeat(60_000)}x`],
  ['blanks and a letter', `${' '.repeat(MB)}x`],
])('a text of %s in every cell of a form is named and stops nobody', (_, text) => {
  const form = aSheet(text);
  let found: readonly string[] = [];
  expect(processorTime(() => (found = form.found()))).toBeLessThan(MOST_MS);
  expect(found).toContain(`error count-not-a-number ${form.cellOf('PL1.I.1.3', 'numerator')}`);
});

test('of a text that is too long the beginning is kept, and that it is too long', () => {
  const textOf = (text: string) =>
    valuesOf(aWorkbookFile({ sheets: [{ rows: sharing(1, 1) }], strings: `<si><t xml:space="preserve">${text}</t></si>` })).A1;
  expect(textOf('x'.repeat(40_000))).toBe('x'.repeat(40_000));
  expect(textOf(`95${' '.repeat(200_000)}`)).toBe('95');
  expect(textOf(`${' '.repeat(200_000)}95`)).toBe('95');
  expect(textOf(' \u200b\u00a0'.repeat(100_000))).toBe(' ');
  const long = String(textOf(`9${' '.repeat(200_000)}5`));
  expect([long.slice(0, 1), long.trim().length > 32_767, long.normalize('NFC').length > 32_767]).toEqual(['9', true, true]);
});

test('a file of hundreds of wrong rows is answered in a few lines', () => {
  const form = aForm(TINH_KHE).filled();
  const id = 'Mã lạ '.repeat(100);
  for (let row = 300; row < 400; row++) form.at('Phụ lục I', row, 1, id).at('Phụ lục I', row, 9, 1);
  const { findings } = form.read();
  const unknown = findings.filter(({ rule }) => rule === 'row-unknown');
  expect(unknown.length).toBe(50);
  expect(Math.max(...findings.map(({ facts }) => JSON.stringify(facts).length))).toBeLessThan(100);
});

test('a signature of a zip behind nothing readable is no workbook', () => {
  expect(readWorkbook(bytesOf('PK\u0003\u0004')).ok).toBe(false);
});
