import { recognise } from '../../../core/adopting/recognise.ts';
import type { FoundTable, Match } from '../../../core/adopting/recognition.ts';
import { obligationsIn, row } from '../../support/a-form.ts';
import { aProvinceWorkbook, type ProvinceWorkbook, pastedFromWord, type Sending } from './a-province-workbook.ts';

const HAPPY = ['PL1.I.1.3', 'PL1.II.1.1'];
const TRAINED = ['PL1.I.2.7', 'PL1.II.2.5'];

async function recognised(over: Partial<Sending> = {}) {
  const sent = await aProvinceWorkbook(over);
  return { sent, ...tablesOf(sent) };
}

function tablesOf({ workbook }: ProvinceWorkbook): { indicators: FoundTable; tasks: FoundTable } {
  const { indicators, tasks } = recognise(workbook, obligationsIn('2026'));
  if (!indicators.suggested || !tasks.suggested) throw new Error('a table was not found');
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
