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

test('labels are looked for in the first fifty rows, in the first cell of each, and are no longer than forty letters', () => {
  const titled = (rows: Grid['rows']): readonly unknown[] => titles([{ ...sheet('one', {}, true), rows }]);
  const { rows } = sheet('one', WHOLE);
  const filler = (count: number) => Array.from({ length: count }, () => sheet('', { x: 'y' }).rows).flat();
  expect([titled([...filler(46), ...rows]), titled([...filler(47), ...rows])]).toEqual([['one'], ['one']]); // plan, period, agency
  expect(titled([...filler(48), ...rows])).toEqual([]);
  const padded = (length: number) => titles([sheet('one', { ...WHOLE, plan: '', ['plan'.padEnd(length)]: 'KH' }, true)]);
  expect([padded(40), padded(41)]).toEqual([['one'], []]);
});

test('a first cell that is no text, and a label with nothing beside it, say nothing', () => {
  const [number, bare] = [1, 'agency'].map((value) => ({ column: 1, value, error: null, format: 'plain', formula: false }) as const);
  const { rows } = sheet('one', WHOLE);
  const odd = [[number!], [bare!], []].map((cells) => ({ number: 1, hidden: false, cells }));
  expect(identityLabels(workbook([{ ...sheet('one', {}), rows: [...odd, ...rows] }]))?.agency).toBe('STC');
});

test('of what stands beside a label two hundred letters count', () => {
  const said = (agency: string) => identityLabels(workbook([sheet('one', { ...WHOLE, agency })]))?.agency;
  expect([said(`${'x'.repeat(200)}y`), said(`${' '.repeat(200)}STC`)]).toEqual(['x'.repeat(200), undefined]);
});
