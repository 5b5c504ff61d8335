import { rowName } from '../../../addin/ui/row-name.ts';
import { withChanges } from '../../../core/fixing/with-changes.ts';
import { obligationsOf } from '../../../core/plan/obligations.ts';
import { Plan, type RowId } from '../../../core/plan/plan.ts';
import { readReport } from '../../../core/reading/read-report.ts';
import { sentenceOf } from '../../../core/wording/findings.ts';
import { buildForm } from '../../../templates/form/build-form.ts';
import { readWorkbook } from '../../../xlsx/read/read-workbook.ts';
import { agencies, FINANCE, obligationsIn, plan } from '../../support/a-form.ts';

const { period } = obligationsIn('2026');
const swapped = (id: RowId) => (id.startsWith('PL1') ? `PL2${id.slice(3)}` : `PL1${id.slice(3)}`) as RowId;

/** The plan with its tasks under ids that begin as those of its indicators did, and the other way round. */
const otherPlan = Plan.parse({
  ...plan,
  appendices: plan.appendices.map((one) => ({ ...one, id: one.kind === 'tasks' ? 'PL1' : 'PL2' })),
  indicators: plan.indicators.map((row) => ({ ...row, id: swapped(row.id), ...(row.continues && { continues: swapped(row.continues) }) })),
  tasks: plan.tasks.map((row) => ({ ...row, id: swapped(row.id) })),
});
const INDICATOR = swapped('PL1.I.1.3' as RowId);
const TASK = swapped('PL2.I.10' as RowId);

test('a changed text is told under the header of its own table, however ids begin', async () => {
  const obligations = obligationsOf(otherPlan, agencies, period);
  const read = readWorkbook(await buildForm({ obligations, agency: FINANCE }));
  if (!read.ok) throw new Error('the form is no workbook');
  const context = { plan: otherPlan, agencies, obligationsOf: () => obligations, expected: null, previous: null };
  const { places } = readReport(read.value, context);
  const renamed = [INDICATOR, TASK].map((id) => ({
    sheet: places.get(id)?.sheet ?? '',
    cell: `C${places.get(id)?.row}`,
    value: 'Tên khác',
    format: 'plain' as const,
  }));
  const changed = readReport(withChanges(read.value, renamed), context).findings.filter(({ rule }) => rule === 'plan-text-changed');
  expect(changed.map((one) => [one.row, sentenceOf(one)])).toEqual([
    [INDICATOR, expect.stringContaining('Nội dung cột Chỉ tiêu khác')],
    [TASK, expect.stringContaining('Nội dung cột Nhiệm vụ, giải pháp khác')],
  ]);
});

test('a row is cited by the sheet of its own table', () => {
  expect([INDICATOR, TASK].map((id) => rowName(otherPlan, id).cited)).toEqual(['Phụ lục I · I.1.3', 'Phụ lục II · I.10']);
});
