import type { AgencyId } from '../../../core/plan/agency.ts';
import type { RowId } from '../../../core/plan/plan.ts';
import type { Report, TaskEntry } from '../../../core/report.ts';
import { leadNotRelevant } from '../../../core/rules/lead-not-relevant.ts';
import { isEmptyReport, nothingFilled } from '../../../core/rules/nothing-filled.ts';
import { rowLeftBlank } from '../../../core/rules/row-left-blank.ts';
import type { Rule, RuleContext } from '../../../core/rules/rule.ts';
import { obligationsIn, plan, row } from '../../support/a-form.ts';

const HOME_AFFAIRS = 'SNV' as AgencyId;
const ALONE = row('PL2.I.9');
const obligations = obligationsIn('2026');
const { leads, optionalLeads } = obligations;
const SHARED = plan.tasks.find(({ id }) => leads.get(id)!.includes(HOME_AFFAIRS) && leads.get(id)!.length > 1)!.id;
const OPTIONAL = plan.tasks.find(({ id }) => optionalLeads.get(id)!.includes(HOME_AFFAIRS))!.id;

const context = (more: Partial<RuleContext> = {}): RuleContext => ({
  obligations,
  agency: HOME_AFFAIRS,
  unread: new Set(),
  previous: null,
  ...more,
});
const saying = (tasks: Partial<Record<RowId, TaskEntry>>): Report => ({
  plan: plan.id,
  period: obligations.period,
  agency: HOME_AFFAIRS,
  indicators: {},
  tasks: tasks as Report['tasks'],
});
const foundBy = <Facts extends object>({ check }: Pick<Rule<string, Facts>, 'check'>, report: Report, around: RuleContext) =>
  check?.(report, around) ?? [];
const notRelevant = (id: RowId, note?: string) =>
  foundBy(leadNotRelevant, saying({ [id]: { status: 'not-relevant', ...(note !== undefined && { note }) } }), context());

test('who alone leads a task and is not concerned by it says why; who leads it with others need not', () => {
  const found = [{ row: ALONE, field: 'note', facts: {} }];
  expect(notRelevant(ALONE)).toEqual(found);
  expect(notRelevant(ALONE, ' \u200b')).toEqual(found);
  expect(notRelevant(ALONE, 'Đã chuyển Sở Tài chính')).toEqual([]);
  expect(notRelevant(SHARED)).toEqual([]);
  expect(foundBy(leadNotRelevant, saying({ [ALONE]: { status: 'done' } }), context())).toEqual([]);
});

const blankRows = (report: Report, more: Partial<RuleContext> = {}) => foundBy(rowLeftBlank, report, context(more)).map((one) => one.row);

test('each row that is owed and has no answer is named with its state or status', () => {
  const [first, ...others] = foundBy(rowLeftBlank, saying({ [ALONE]: { status: 'done' } }), context());
  expect(first).toEqual({ row: expect.stringMatching(/^PL1\./), field: 'state', facts: {} });
  expect(others.find((one) => one.row === SHARED)).toEqual({ row: SHARED, field: 'status', facts: {} });
  expect(others.filter((one) => one.row === ALONE || one.row === OPTIONAL)).toEqual([]);
});

test('a row that could not be read is not called blank, one that is merely begun is', () => {
  const report = saying({ [ALONE]: { status: 'done' } });
  expect(blankRows(report, { unread: new Set([SHARED]) })).not.toContain(SHARED);
  expect(blankRows(report, { begun: new Set([OPTIONAL]) })).toContain(OPTIONAL);
  expect(blankRows(report, { begun: new Set([ALONE]) })).not.toContain(OPTIONAL);
});

test('a report without any answer is said in one finding, one of which a cell could not be read is not without any', () => {
  const nothing = saying({});
  expect(foundBy(nothingFilled, nothing, context())).toEqual([{ row: null, field: null, facts: {} }]);
  expect(foundBy(rowLeftBlank, nothing, context())).toEqual([]);
  const unread = context({ unread: new Set([ALONE]) });
  expect([isEmptyReport(nothing, unread), isEmptyReport(saying({ [ALONE]: { status: 'done' } }), context())]).toEqual([false, false]);
  expect(foundBy(nothingFilled, nothing, unread)).toEqual([]);
});
