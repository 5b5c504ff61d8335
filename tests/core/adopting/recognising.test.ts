import { recognise } from '../../../core/adopting/recognise.ts';
import type { FoundTable, Match } from '../../../core/adopting/recognition.ts';
import { obligationsIn, row } from '../../support/a-form.ts';
import { aProvinceWorkbook, type Line, type ProvinceWorkbook, pastedFromWord, type Sending } from './a-province-workbook.ts';

const HAPPY = ['PL1.I.1.3', 'PL1.II.1.1'];
const TRAINED = ['PL1.I.2.7', 'PL1.II.2.5'];

async function recognised(over: Partial<Sending> = {}) {
  const sent = await aProvinceWorkbook(over);
  return { sent, ...tablesOf(sent) };
}

function tablesOf({ workbook }: ProvinceWorkbook): { indicators: FoundTable; tasks: FoundTable } {
  const [indicators, tasks] = recognise(workbook, obligationsIn('2026'));
  if (!indicators?.suggested || !tasks?.suggested) throw new Error('a table was not found');
  return { indicators: indicators.suggested, tasks: tasks.suggested };
}

const matches = ({ indicators, tasks }: { indicators: FoundTable; tasks: FoundTable }) => [...indicators.matches, ...tasks.matches];

/** Rows that are not certain, with what is said of them. */
const open = (found: { indicators: FoundTable; tasks: FoundTable }): Record<string, Match> =>
  Object.fromEntries(matches(found).filter(([, { kind }]) => kind !== 'certain'));

test.each<[string, Partial<Sending>]>([
  ['as the plan prints it', {}],
  ['with texts pasted from Word', { spelt: pastedFromWord }],
  ['both in one sheet', { sheets: 'one', spelt: pastedFromWord }],
  ['with a header of two rows', { headerRows: 2 }],
  ['with columns of the agency in it', { ownColumns: ['Ghi chú', 'Mã', 'Kiểm tra'] }],
  ['with the header on every page', { headerAfter: 3 }],
])('every row is recognised: %s', async (_, over) => {
  const found = await recognised(over);
  expect(open(found)).toEqual({});
  expect(matches(found).map(([id, match]) => [id, match.kind === 'certain' && match.at])).toEqual([...found.sent.rows]);
});

test('a deleted row is absent, and no other row takes its place', async () => {
  for (const id of [...HAPPY, ...TRAINED, 'PL2.III.6a']) {
    const found = await recognised({ without: [id] });
    expect(open(found)).toEqual({ [id]: { kind: 'absent' } });
  }
});

test('rows of one name are not told apart where no heading does it, whatever their target says', async () => {
  const found = await recognised({ headings: 'none' });
  const at = (ids: readonly string[]) => ids.map((id) => found.sent.rows.get(row(id)));
  for (const pair of [HAPPY, TRAINED])
    for (const id of pair) expect(found.indicators.matches.get(row(id))).toEqual({ kind: 'ambiguous', at: at(pair) });
});

/** Headings written as `written` says; null leaves one out. */
const withHeadings =
  (written: (number: string, title: string) => readonly string[] | null) =>
  (lines: readonly Line[]): readonly Line[] =>
    lines.flatMap((line) => {
      const [number = '', title = ''] = line.cells;
      const cells = line.kind === 'heading' ? written(number, title) : line.cells;
      return cells ? [{ ...line, cells }] : [];
    });

const SECOND_PHASE = 'Giai đoạn 2028-2030';

test.each<[string, (number: string, title: string) => readonly string[]]>([
  ['number and title in one cell', (number, title) => [`${number}. ${title.toUpperCase()}`]],
  ['number and title in the second cell', (number, title) => ['', `${number}) ${title}:`]],
  ['phases with a long dash and "năm"', (number, title) => [number, title.replace('-', ' – ').replace('Giai đoạn', 'GIAI ĐOẠN từ năm')]],
  ['with a count behind', (number, title) => [number, title.startsWith('Giai') ? title : `${title} (07 chỉ tiêu)`]],
])('headings are known as people write them: %s', async (_, written) => {
  expect(open(await recognised({ ordered: withHeadings(written) }))).toEqual({});
});

test('below a heading that the plan has not, and where the second phase has none, alike rows are left open', async () => {
  const renamed = withHeadings((number, title) => [number, title === SECOND_PHASE ? 'GIAI ĐOẠN TIẾP THEO' : title]);
  const leftOut = withHeadings((number, title) => (title === SECOND_PHASE ? null : [number, title]));
  for (const ordered of [renamed, leftOut]) {
    const { indicators } = await recognised({ ordered });
    const kinds = [...indicators.matches].filter(([id]) => id.startsWith('PL1.II')).map(([id, { kind }]) => [id, kind]);
    expect(kinds.filter(([, kind]) => kind === 'certain')).toEqual([]);
    for (const id of [...HAPPY, ...TRAINED].filter((one) => one.startsWith('PL1.II'))) expect(kinds).toContainEqual([id, 'ambiguous']);
  }
});

test('a name that a page break cut in two, and one with a slip of the keys, are for a person to confirm', async () => {
  const [cut, slipped] = ['PL1.I.2.2', 'PL2.I.2'];
  const ordered = (lines: readonly Line[]) =>
    lines.flatMap((line): Line[] => {
      if (line.id !== cut) return [line];
      const [number = '', name = '', ...rest] = line.cells;
      const [, begins = '', ends = ''] = /^(.{50}\S*) (.*)$/.exec(name) ?? [];
      return [
        { ...line, cells: [number, begins, ...rest] },
        { kind: 'other', id: null, cells: ['', ends] },
      ];
    });
  const found = await recognised({ ordered, spelt: (name, id) => (id === slipped ? name.replace('Khung', 'Khug') : name) });
  expect(open(found)).toEqual({
    [cut]: { kind: 'probable', at: found.sent.rows.get(row(cut)), doubts: ['split-over-rows'] },
    [slipped]: { kind: 'probable', at: found.sent.rows.get(row(slipped)), doubts: ['text-differs'] },
  });
});

test("rows of the agency's own are left as they are, and the rows below them keep their place", async () => {
  const own: Line = { kind: 'other', id: null, cells: ['1a', 'Số lượt tiếp công dân', '120', 'Văn phòng', ''] };
  const found = await recognised({ ordered: (lines) => lines.flatMap((line) => (line.id === 'PL1.I.1.2' ? [line, own] : [line])) });
  expect(open(found)).toEqual({});
  const meanings = found.indicators.lines.filter(({ text }) => text === own.cells[1]).map(({ meaning }) => meaning.kind);
  expect(meanings).toEqual(['unlike']);
});

test('between two tables of one appendix a person chooses; a hidden one is no rival', async () => {
  const { workbook } = await aProvinceWorkbook();
  const [first] = workbook.grids;
  const withCopy = (hidden: boolean) => ({
    ...workbook,
    grids: [...workbook.grids, ...(first ? [{ ...first, title: 'PL1 (2)', hidden }] : [])],
  });
  const titles = (hidden: boolean) => {
    const [found] = recognise(withCopy(hidden), obligationsIn('2026'));
    return { tables: found?.tables.map(({ sheet }) => sheet), suggested: found?.suggested?.sheet ?? null };
  };
  expect(titles(false)).toEqual({ tables: ['PL1', 'PL1 (2)'], suggested: null });
  expect(titles(true)).toEqual({ tables: ['PL1', 'PL1 (2)'], suggested: 'PL1' });
});

test('a workbook without the tables has none', () => {
  const found = recognise({ grids: [], names: new Map(), modified: null }, obligationsIn('2026'));
  expect(found.map(({ tables, suggested }) => ({ tables, suggested }))).toEqual(Array(2).fill({ tables: [], suggested: null }));
});
