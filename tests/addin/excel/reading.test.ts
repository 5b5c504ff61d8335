import type excel from 'exceljs';
import type { Field } from '../../../core/layout.ts';
import { type Reading, readReport } from '../../../core/reading/read-report.ts';
import { formValuesOf } from '../../../templates/form/form-values.ts';
import { readUpload } from '../../../templates/upload/read-upload.ts';
import { context, TINH_KHE } from '../../support/a-form.ts';
import { fileOf, modelOf } from '../../support/excel/xlsx.ts';
import { loadedBook } from '../../support/loaded-book.ts';
import { workbookOf } from '../../support/xlsx-reading.ts';
import { aBuiltForm, type BuiltForm, placed } from '../../templates/form/a-built-form.ts';
import { anExcel, closeAll, worked } from './an-excel.ts';

afterEach(closeAll);

const filled = (): Promise<BuiltForm> =>
  aBuiltForm(
    TINH_KHE,
    '2026',
    formValuesOf({
      indicators: {
        'PL1.I.1.2': { state: 'reported', numerator: 95, denominator: 100 },
        'PL1.I.1.3': { state: 'reported', numerator: 7, denominator: 9 },
        'PL1.I.2.3': { state: 'no-figure', explanation: 'Đang rà soát' },
      },
      tasks: { 'PL2.II.1': { status: 'done', percent: 100, document: '12/QĐ-UBND', issuedOn: '2026-11-05' } },
    } as unknown as Parameters<typeof formValuesOf>[0]), // plain ids
  );

type Hazard = (sheets: { readonly at: (id: string, field: Field) => excel.Cell; readonly book: excel.Workbook }) => void;

/** The file after somebody did something to it. */
async function mishandled(form: BuiltForm, hazard: Hazard): Promise<Uint8Array> {
  const book = await loadedBook(form.bytes);
  const at = (id: string, field: Field): excel.Cell => {
    const sheet = book.getWorksheet(id.startsWith('PL1') ? 'Phụ lục I' : 'Phụ lục II');
    return sheet!.getCell(form.placeOf(id, field));
  };
  hazard({ at, book });
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** A file read through Excel, and as the server reads it. */
async function bothWays(bytes: Uint8Array): Promise<{ pane: Reading; server: Reading }> {
  const { port } = anExcel(await modelOf(bytes));
  const { modified: _, ...server } = readUpload(bytes, context);
  return { pane: readReport(worked(await port.read()), context), server };
}

test('the cells, names, merges and hidden sheets of a form are the same in Excel as in the file', async () => {
  const { bytes } = await filled();
  const file = workbookOf(bytes);
  const { port } = anExcel(await modelOf(bytes));
  const read = worked(await port.read());
  expect(read.grids).toEqual(file.grids);
  // Excel keeps print areas beside its names.
  expect([...read.names]).toEqual([...file.names].filter(([name]) => !name.startsWith('_xlnm')));
});

test('a filled form gives the same report and findings in the pane as on the server', async () => {
  const { pane, server } = await bothWays((await filled()).bytes);
  expect(pane).toEqual(server);
  expect(pane.report?.indicators).toMatchObject({ 'PL1.I.1.2': { numerator: 95, denominator: 100 } });
  expect(pane.report?.tasks).toEqual({ 'PL2.II.1': { status: 'done', percent: 100, document: '12/QĐ-UBND', issuedOn: '2026-11-05' } });
});

/** What a cell looks like, of it alone: cells of one kind share a style in the file. */
const restyle = (cell: excel.Cell, over: Partial<excel.Style>): void => {
  cell.style = { ...cell.style, ...over };
};

test.each<[string, Hazard, readonly string[]]>([
  ['a number typed as text', ({ at }) => (at('PL1.I.1.2', 'numerator').value = '12,5'), ['count-not-a-number I13']],
  ['a count as text', ({ at }) => (at('PL1.I.1.2', 'numerator').value = ' 95 '), ['count-as-text I13']],
  [
    'a fraction that became a date',
    ({ at }) => {
      at('PL1.I.1.2', 'numerator').value = new Date('2026-10-09T00:00:00Z');
      restyle(at('PL1.I.1.2', 'numerator'), { numFmt: 'dd/mm/yyyy' });
    },
    ['count-is-a-date I13'],
  ],
  [
    'a percentage in a count',
    ({ at }) => {
      at('PL1.I.1.2', 'numerator').value = 0.95;
      restyle(at('PL1.I.1.2', 'numerator'), { numFmt: '0%' });
    },
    ['count-is-a-percent I13'],
  ],
  ['a figure that is struck out', ({ at }) => restyle(at('PL1.I.1.2', 'numerator'), { font: { strike: true } }), ['shown-otherwise I13']],
  [
    'a figure beside one that is struck out',
    ({ at }) => (at('PL1.I.1.2', 'numerator').value = { richText: [{ font: { strike: true }, text: '4' }, { text: '95' }] }),
    ['count-not-a-number I13'],
  ],
  [
    'a figure with a raised one',
    ({ at }) => (at('PL1.I.1.2', 'numerator').value = { richText: [{ text: '9' }, { font: { vertAlign: 'superscript' }, text: '2' }] }),
    ['count-not-a-number I13'],
  ],
  ['a figure shown in thousands', ({ at }) => restyle(at('PL1.I.1.2', 'denominator'), { numFmt: '#,##0,' }), ['shown-otherwise J13']],
  [
    'a rate with another formula',
    ({ at }) => (at('PL1.I.1.2', 'rate').value = { formula: '0.99', result: 0.99 }),
    ['locked-cell-changed K13'],
  ],
  ['a date as text', ({ at }) => (at('PL2.II.1', 'issuedOn').value = '05/11/2026'), ['date-as-text K11']],
  [
    'progress without a percent format',
    ({ at }) => {
      at('PL2.II.1', 'percent').value = 0.4;
      restyle(at('PL2.II.1', 'percent'), { numFmt: '0.00' });
    },
    ['progress-part-or-percent I11'],
  ],
  ['an error value', ({ at }) => (at('PL1.I.1.2', 'numerator').value = { error: '#REF!' }), ['cell-error I13']],
  ['a formula with a result', ({ at }) => (at('PL1.I.1.2', 'numerator').value = { formula: '90+5', result: 95 }), ['formula I13']],
  ['a text that begins with "="', ({ at }) => (at('PL1.I.2.3', 'explanation').value = '=90+5 là sai'), []],
  [
    'a hidden row',
    ({ at }) => {
      const { worksheet, row } = at('PL1.I.1.2', 'numerator');
      worksheet.getRow(Number(row)).hidden = true;
    },
    ['hidden-rows-read A13'],
  ],
  [
    'merged inputs',
    ({ at }) =>
      at('PL1.I.1.2', 'numerator').worksheet.mergeCells(
        `${at('PL1.I.1.2', 'numerator').address}:${at('PL1.I.1.2', 'denominator').address}`,
      ),
    ['merged-input I13', 'both-counts J13'],
  ],
  ['a sheet renamed', ({ book }) => (book.getWorksheet('Phụ lục I')!.name = 'PL I (sửa)'), []],
  ['no identity', ({ book }) => book.removeWorksheet('Định danh'), ['identity-missing undefined']],
])('%s is read alike in the pane and on the server', async (_, hazard, found) => {
  const { pane, server } = await bothWays(await mishandled(await filled(), hazard));
  expect(pane).toEqual(server);
  expect(pane.findings.filter(({ rule }) => rule !== 'row-left-blank').map(({ rule, cell }) => `${rule} ${cell}`)).toEqual(found);
});

test('of hidden rows the figures count like all others, and a hint says of each sheet how many they are', async () => {
  const hiding: Hazard = ({ at }) => {
    for (const id of ['PL1.I.1.2', 'PL1.I.1.3', 'PL2.II.1']) {
      const { worksheet, row } = at(id, 'id');
      worksheet.getRow(Number(row)).hidden = true;
    }
  };
  const plain = await bothWays((await filled()).bytes);
  const { pane } = await bothWays(await mishandled(await filled(), hiding));
  expect(pane.report).toEqual(plain.pane.report);
  const hints = pane.findings.filter(({ severity }) => severity === 'hint');
  expect(hints).toMatchObject([
    { rule: 'hidden-rows-read', row: null, sheet: 'Phụ lục I', cell: 'A13', facts: { count: 2 } },
    { rule: 'hidden-rows-read', row: null, sheet: 'Phụ lục II', cell: 'A11', facts: { count: 1 } },
  ]);
  expect(pane.findings.filter(({ severity }) => severity !== 'hint')).toEqual(plain.pane.findings);
});

test('what Excel held can be saved and read back as it was', async () => {
  const model = await modelOf((await filled()).bytes);
  const { port } = anExcel(model);
  const pane = readReport(worked(await port.read()), context);
  const { modified: _, ...server } = readUpload(await fileOf(model), context);
  expect(pane).toEqual(server);
  expect(placed(await fileOf(model)).cell('PL1.I.1.2', 'numerator')?.value).toBe('95');
});

test('a large workbook is read in pieces that Excel on the web gives, also when it has grown since it was last read', async () => {
  const { host, model, port } = anExcel();
  worked(await port.read());
  const rows = Array.from({ length: 30_000 }, (_, k) => [`Dòng số ${k} ${'x'.repeat(40)}`, k]);
  model.paste('Hướng dẫn', 'A1', rows);
  const read = worked(await port.read());
  expect(read.grids[1]?.rows).toHaveLength(30_000);
  expect(read.grids[1]?.rows.at(-1)).toMatchObject({ number: 30_000, cells: [{ column: 1 }, { value: 29_999 }] });
  host.seen.length = 0;
  worked(await port.read());
  expect(host.batches).toBe(2 + 6 + 1);
});

test('where there are more merged cells than Excel tells of, the rest is read all the same, and again in one batch', async () => {
  const { host, model, port } = anExcel();
  model.sheet('Hướng dẫn').merges.push(...Array.from({ length: 600 }, (_, k) => ({ top: k + 1, left: 1, bottom: k + 1, right: 2 })));
  expect(worked(await port.read()).grids[0]?.rows).toHaveLength(2);
  host.seen.length = 0;
  expect(worked(await port.read()).grids[1]?.merges).toEqual([]);
  expect(host.batches).toBe(1);
});
