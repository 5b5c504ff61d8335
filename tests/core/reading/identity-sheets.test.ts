import type { Grid, Workbook } from '../../../core/grid.ts';
import { IDENTITY } from '../../../core/identity-sheet.ts';
import { identitiesDiffer, identityLabels, identitySheets } from '../../../core/reading/identity-labels.ts';

type Labels = Readonly<Record<string, string | number>>;
const WHOLE = { plan: 'KH', period: '2026', agency: 'STC', 'layout version': '1' };

/** A sheet with these labels in column A and what they say in column B. */
function sheet(title: string, labels: Labels, hidden = false): Grid {
  const text = (column: number, value: string | number) => ({ column, value, error: null, format: 'plain', formula: false }) as const;
  const rows = Object.entries(labels).map(([label, value], k) => ({
    number: k + 1,
    hidden: false,
    cells: [text(1, label), text(2, value)],
  }));
  return { title, hidden, rows, merges: [] };
}
const workbook = (grids: readonly Grid[], named?: string): Workbook => ({
  grids,
  names: new Map(named === undefined ? [] : [[IDENTITY.definedName, { sheet: named, row: 1, column: 1 }]]),
  modified: null,
});
const titles = (grids: readonly Grid[], named?: string) => identitySheets(workbook(grids, named)).map(({ title }) => title);

test('the sheet that the name points at comes first, then hidden ones and one of the form’s title, then any other', () => {
  const [any, hidden, titled, named] = [sheet('A', WHOLE), sheet('B', WHOLE, true), sheet(IDENTITY.sheet, WHOLE), sheet('D', WHOLE)];
  expect(titles([any, hidden, titled, named], 'D')).toEqual(['D', 'B', IDENTITY.sheet, 'A']);
  expect(titles([named, any, titled, hidden], 'D')).toEqual(['D', IDENTITY.sheet, 'B', 'A']);
  expect(titles([any, titled])).toEqual([IDENTITY.sheet, 'A']);
  expect(titles([sheet('x', WHOLE), sheet('định  danh', WHOLE)])).toEqual(['định  danh', 'x']);
});

test('where a sheet has all labels, one that lacks some is none', () => {
  const { 'layout version': _, ...short } = WHOLE;
  expect(titles([sheet('short', short, true), sheet('whole', WHOLE)])).toEqual(['whole']);
});

test.each<[string, Labels, boolean, readonly string[]]>([
  ['a hidden sheet with plan and agency is taken', { plan: 'KH', agency: 'STC' }, true, ['one']],
  ['a hidden sheet without a plan is not', { period: '2026', agency: 'STC' }, true, []],
  ['a hidden sheet without an agency is not', { plan: 'KH', period: '2026' }, true, []],
  ['a sheet that anybody sees is not', { plan: 'KH', agency: 'STC' }, false, []],
])('without a whole one %s', (_, labels, hidden, taken) => {
  expect(titles([sheet('one', labels, hidden), sheet('other', { Mã: 'x' })])).toEqual(taken);
});

test('a sheet that says two things stands there twice, one that repeats itself once', () => {
  const twice = sheet('one', WHOLE);
  const repeated = (value: string): Grid => ({ ...twice, rows: [...twice.rows, ...sheet('', { agency: value }).rows] });
  expect(identitySheets(workbook([repeated('SYT')])).map(({ labels }) => labels.agency)).toEqual(['STC', 'SYT']);
  expect(identitySheets(workbook([repeated('STC')]))).toHaveLength(1);
  expect(identitySheets(workbook([repeated('')]))).toHaveLength(1);
});

test('what a workbook says is what its first such sheet says, null where there is none', () => {
  expect(identityLabels(workbook([sheet('any', { ...WHOLE, agency: 'SYT' }), sheet('hidden', WHOLE, true)]))?.agency).toBe('STC');
  expect(identityLabels(workbook([sheet('none', { Mã: 'x' })]))).toBeNull();
  expect(identityLabels(workbook([]))).toBeNull();
});

test('numbers are read as their digits, blanks around words do not count, a label without a value says nothing', () => {
  const [one] = identitySheets(workbook([sheet('one', { ...WHOLE, ' layout   version ': 1, period: 2026, plan: '  KH ' }, true)]));
  expect(one?.labels).toEqual({ plan: 'KH', period: '2026', agency: 'STC', layoutVersion: '1' });
  const bare: Grid = { ...sheet('bare', WHOLE, true), rows: sheet('', { plan: 'KH', agency: '' }).rows };
  expect(titles([bare])).toEqual([]);
});

test('two sheets differ where both say a thing, and not the same', () => {
  const [one] = identitySheets(workbook([sheet('one', WHOLE)]));
  const said = (labels: Labels) => identitySheets(workbook([sheet('other', labels, true)]))[0]!;
  expect(identitiesDiffer(one!, said(WHOLE))).toBe(false);
  expect(identitiesDiffer(one!, said({ plan: 'KH', agency: 'SYT' }))).toBe(true);
  expect([
    identitiesDiffer(one!, said({ plan: 'KH', agency: 'STC' })),
    identitiesDiffer(said({ plan: 'KH', agency: 'STC' }), one!),
  ]).toEqual([false, false]);
});
