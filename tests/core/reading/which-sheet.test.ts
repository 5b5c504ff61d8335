import type { Grid, Workbook } from '../../../core/grid.ts';
import { chooseSheet } from '../../../core/reading/choose-sheet.ts';
import type { IndicatorField } from '../../../core/tables/indicators/columns.ts';
import { INDICATOR_SHEET } from '../../support/plan-sheets.ts';

const headers = INDICATOR_SHEET.columns.map(({ header }) => header);
const header = (field: IndicatorField): string => INDICATOR_SHEET.columns.find((one) => one.field === field)?.header ?? '';

function sheet(title: string, texts: readonly string[] = headers): Grid {
  const cells = texts.map((value, k) => ({ column: k + 1, value, error: null, format: 'plain', formula: false }) as const);
  return { title, hidden: false, rows: [{ number: 4, hidden: false, cells }], merges: [] };
}
const workbook = (grids: readonly Grid[], named?: string): Workbook => ({
  grids,
  names: new Map(named === undefined ? [] : [[INDICATOR_SHEET.definedName, { sheet: named, row: 4, column: 1 }]]),
  modified: null,
});
function chosen(grids: readonly Grid[], named?: string) {
  const { table, findings } = chooseSheet(workbook(grids, named), INDICATOR_SHEET);
  return [table?.grid.title ?? null, ...findings.map(({ rule, facts, sheet: title, cell }) => ({ rule, facts, at: [title, cell] }))];
}
const NOWHERE = [undefined, undefined];

test('the sheet of the defined name counts, else the only one, else the one of the form’s title', () => {
  const copied = { rule: 'sheet-copy', facts: { counted: 'Gốc' }, at: ['Phụ lục I', undefined] };
  expect(chosen([sheet('Phụ lục I'), sheet('Gốc')], 'Gốc')).toEqual(['Gốc', copied]);
  expect(chosen([sheet('Bất kỳ')])).toEqual(['Bất kỳ']);
  const other = { rule: 'sheet-copy', facts: { counted: 'phụ  lục i' }, at: ['Sao', undefined] };
  expect(chosen([sheet('Sao'), sheet('phụ  lục i')])).toEqual(['phụ  lục i', other]);
});

test('without a table, and between alike ones, nothing is guessed', () => {
  expect(chosen([sheet('x', ['một', 'hai'])])).toEqual([null, { rule: 'sheet-missing', facts: { title: 'Phụ lục I' }, at: NOWHERE }]);
  expect(chosen([sheet('Một'), sheet('Hai')])).toEqual([null, { rule: 'sheet-ambiguous', facts: { titles: ['Một', 'Hai'] }, at: NOWHERE }]);
  expect(chosen([sheet('Một'), sheet('Hai')], 'Ba')[0]).toBeNull();
});

test('a lost column of the agency’s is an error, one of the plan’s a warning; a second one only where the agency fills it', () => {
  const without = (field: IndicatorField) => headers.filter((text) => text !== header(field));
  const at = ['Phụ lục I', 'A4'];
  const lost = (field: IndicatorField) => chosen([sheet('Phụ lục I', without(field))]).slice(1);
  expect(lost('numerator')).toEqual([{ rule: 'column-missing', facts: { header: 'Tử số' }, at }]);
  expect(lost('id')).toEqual([{ rule: 'column-missing', facts: { header: 'Mã' }, at }]);
  expect(lost('leads')).toEqual([{ rule: 'locked-column-missing', facts: { header: header('leads') }, at }]);
  const twice = (field: IndicatorField) => chosen([sheet('Phụ lục I', [...headers, header(field)])]).slice(1);
  expect(twice('numerator')).toEqual([{ rule: 'column-twice', facts: { header: 'Tử số' }, at }]);
  expect(twice('leads')).toEqual([]);
});
