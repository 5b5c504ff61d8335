import { recognise } from '../../../core/adopting/recognise.ts';
import type { Workbook } from '../../../core/grid.ts';
import { obligationsOf } from '../../../core/plan/obligations.ts';
import { Period } from '../../../core/plan/period.ts';
import { Plan } from '../../../core/plan/plan.ts';
import { readReport } from '../../../core/reading/read-report.ts';
import { plainReport } from '../../../demo/made-up/plain-report.ts';
import { buildForm } from '../../../templates/form/build-form.ts';
import { formValuesOf } from '../../../templates/form/form-values.ts';
import { readWorkbook } from '../../../xlsx/read/read-workbook.ts';
import { agencies, FINANCE, plan } from '../../support/a-form.ts';

const inSecond = (id: string): boolean => /^PL1\.I\.2\./.test(id);
const moved = (id: string): string => (inSecond(id) ? id.replace('PL1', 'PL3') : id);

/** The plan with the second group of its indicators in a table of its own, under the same headings. */
const twoTables = Plan.parse(
  JSON.parse(
    JSON.stringify({
      ...plan,
      appendices: [...plan.appendices, { ...plan.appendices[0], id: 'PL3', sheet: 'Phụ lục III', heading: 'Phụ lục III' }],
    }).replace(/"PL1\.I\.2\.[^"]*"/g, (id) => JSON.stringify(moved(JSON.parse(id)))),
  ),
);
const obligations = obligationsOf(twoTables, agencies, Period.parse('2026'));
const context = { plan: twoTables, agencies, obligationsOf: () => obligations, expected: null, previous: null };

async function aFilledForm() {
  const agency = obligations.agency.get(FINANCE);
  if (!agency) throw new Error('no such agency');
  const report = plainReport(obligations, agency);
  const book = readWorkbook(await buildForm({ obligations, agency: FINANCE, values: formValuesOf(report) }));
  if (!book.ok) throw new Error('the form is no workbook');
  return { report, workbook: book.value };
}

const errorsIn = (workbook: Workbook) => readReport(workbook, context).findings.filter(({ severity }) => severity === 'error');

test('two tables of one heading are read each from its own sheet', async () => {
  const { report, workbook } = await aFilledForm();
  expect([readReport(workbook, context).report, errorsIn(workbook)]).toEqual([report, []]);
  expect(Object.keys(report.indicators).filter((id) => id.startsWith('PL3')).length).toBeGreaterThan(0);
});

test('they are told apart by their rows where names and titles of sheets are gone, in whatever order', async () => {
  const { report, workbook } = await aFilledForm();
  const identity = workbook.grids.filter(({ hidden }) => hidden);
  const renamed = workbook.grids.filter(({ hidden }) => !hidden).map((grid, k) => ({ ...grid, title: `Sheet${k + 1}` }));
  const bare = { ...workbook, grids: [...renamed.reverse(), ...identity], names: new Map() };
  expect([readReport(bare, context).report, errorsIn(bare)]).toEqual([report, []]);
});

test('a copy of one is named, the other table is no copy', async () => {
  const { workbook } = await aFilledForm();
  const [first] = workbook.grids;
  const copied = { ...workbook, grids: [...workbook.grids, ...(first ? [{ ...first, title: 'Phụ lục I (2)' }] : [])] };
  const copies = readReport(copied, context).findings.filter(({ rule }) => rule === 'sheet-copy');
  expect(copies.map(({ sheet }) => sheet)).toEqual(['Phụ lục I (2)']);
});

test('both are recognised in one sheet below one another, each with its own header', async () => {
  const { workbook } = await aFilledForm();
  const tables = ['Phụ lục I', 'Phụ lục III'].map((title) => workbook.grids.find((grid) => grid.title === title));
  let last = 0;
  const rows = tables.flatMap((grid) => {
    const from = last;
    const kept = (grid?.rows ?? []).map((row) => ({
      ...row,
      number: row.number + from,
      cells: row.cells.filter(({ column }) => column > 1),
    }));
    last = (kept.at(-1)?.number ?? 0) + 2;
    return kept;
  });
  const sheet = { title: 'Chung', hidden: false, rows, merges: [] };
  const found = recognise({ grids: [sheet], names: new Map(), modified: null }, obligations);
  const [one, , other] = found.map(({ suggested }) => suggested);
  expect([one?.header.row, other?.header.row]).toEqual([9, 9 + (tables[0]?.rows.at(-1)?.number ?? 0) + 2]);
  expect([...(other?.matches ?? [])].every(([id, { kind }]) => inSecond(id.replace('PL3', 'PL1')) && kind !== 'absent')).toBe(true);
});
