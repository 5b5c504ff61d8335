import { recognise } from '../../../core/adopting/recognise.ts';
import type { FoundTable } from '../../../core/adopting/recognition.ts';
import type { Cell, Grid, GridRow, Workbook } from '../../../core/grid.ts';
import type { RowId } from '../../../core/plan/plan.ts';
import { obligationsIn } from '../../support/a-form.ts';
import { fc } from '../../support/properties.ts';
import { aProvinceWorkbook, type ProvinceWorkbook, pastedFromWord } from './a-province-workbook.ts';

const OBLIGATIONS = obligationsIn('2026');
const NAME = 2;
let sent: ProvinceWorkbook;

beforeAll(async () => {
  sent = await aProvinceWorkbook({ headerAfter: 1000 });
});

/** One of the sheets with its lines below the header taken anew: `order` are old row numbers. Gives where each plan row stands now. */
function rearranged(sheet: number, order: readonly number[], spelt: (name: string, row: number) => string) {
  const grid = sent.workbook.grids[sheet];
  if (!grid) throw new Error('no such sheet');
  const header = sent.headerRow[sheet === 0 ? 'indicators' : 'tasks'];
  const old = new Map(grid.rows.map((row) => [row.number, row]));
  const lines = order.flatMap((number, k): GridRow[] => {
    const row = old.get(number);
    const respelt = (cell: Cell) => (cell.column === NAME ? { ...cell, value: spelt(String(cell.value), number) } : cell);
    return row ? [{ ...row, number: header + 1 + k, cells: row.cells.map(respelt) }] : [];
  });
  const changed: Grid = { ...grid, merges: [], rows: [...grid.rows.filter(({ number }) => number <= header), ...lines] };
  const workbook: Workbook = { ...sent.workbook, grids: [changed] };
  const truth = new Map([...sent.rows].filter(([id]) => id.startsWith(sheet === 0 ? 'PL1' : 'PL2')).map(([id, row]) => [row, id]));
  const standing = new Map(order.flatMap((number, k): [number, RowId][] => [[header + 1 + k, truth.get(number)]].filter(isRow)));
  const found = recognise(workbook, OBLIGATIONS);
  return { table: found[sheet === 0 ? 0 : 1]?.tables[0], standing };
}

const isRow = (one: readonly (number | RowId | undefined)[]): one is [number, RowId] => one[1] !== undefined;

const bodyRows = (sheet: number): number[] => {
  const header = sent.headerRow[sheet === 0 ? 'indicators' : 'tasks'];
  return sent.workbook.grids[sheet]?.rows.map(({ number }) => number).filter((number) => number > header) ?? [];
};

/** Plan rows that were said to stand where another one does. */
const wrong = (table: FoundTable | undefined, standing: ReadonlyMap<number, RowId>): unknown[] =>
  [...(table?.matches ?? [])].filter(([id, match]) => 'at' in match && typeof match.at === 'number' && standing.get(match.at) !== id);

/** A letter of the name changed, at a place that the number chooses. */
const misspelt = (name: string, seed: number): string => {
  const at = seed % name.length;
  return `${name.slice(0, at)}${'aăâeêioôơuưyđx'[seed % 14]}${name.slice(at + 1)}`;
};

test.each([0, 1])('in whatever order lines and headings come, or are left out, no row is taken for another (sheet %s)', (sheet) => {
  const noise = fc.array(fc.nat(5000), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(fc.shuffledSubarray(bodyRows(sheet)), noise, fc.integer({ min: 0, max: 3 }), (order, seeds, typos) => {
      const spelt = (name: string, row: number) =>
        seeds.slice(0, typos).reduce((text, seed) => misspelt(text, seed + row * 31), pastedFromWord(name, `${row}` as RowId));
      const { table, standing } = rearranged(sheet, order, spelt);
      expect(wrong(table, standing)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('names that are only spaced, composed or numbered otherwise are never lost, wherever they stand', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(bodyRows(0)), (order) => {
      const { table, standing } = rearranged(0, order, (name, row) => pastedFromWord(name, `${row}` as RowId));
      const lost = [...standing.values()].filter((id) => table?.matches.get(id)?.kind === 'absent');
      expect(lost).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('two alike rows that changed places are for a person to tell apart', () => {
  const [a, b] = ['PL1.I.1.3', 'PL1.II.1.1'].map((id) => sent.rows.get(id as RowId) ?? 0);
  const order = bodyRows(0).map((number) => (number === a ? b : number === b ? a : number) ?? 0);
  const { table } = rearranged(0, order, (name) => name);
  const kinds = ['PL1.I.1.3', 'PL1.II.1.1'].map((id) => table?.matches.get(id as RowId)?.kind);
  expect(kinds).toEqual(['ambiguous', 'ambiguous']);
});

test('a row copied below itself is nobody knows which', () => {
  const twice = sent.rows.get('PL1.I.2.3' as RowId) ?? 0;
  const order = bodyRows(0).flatMap((number) => (number === twice ? [number, number] : [number]));
  const { table } = rearranged(0, order, (name) => name);
  expect(table?.matches.get('PL1.I.2.3' as RowId)).toEqual({ kind: 'ambiguous', at: [twice, twice + 1] });
});
