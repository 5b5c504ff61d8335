import { findingsOfRow, judge } from '../../../../addin/web/report/entry/judge.ts';
import { typedOf } from '../../../../core/entering/typed-of-report.ts';
import type { TypedRows } from '../../../../core/entering/typed-rows.ts';
import { NO_SETTINGS, type Settings } from '../../../../core/plan/settings.ts';
import type { ReturnedReport } from '../../../../core/reading/unanswered-remarks.ts';
import { Report } from '../../../../core/report.ts';
import { agencies, context, obligationsIn, plan, row, TINH_KHE } from '../../../support/a-form.ts';

const [ROW, OTHER] = [row('PL1.I.1.3'), row('PL1.I.1.2')];
const obligations = obligationsIn('2026');
const judged = (typed: TypedRows, returned: ReturnedReport | null = null, settings: Settings = NO_SETTINGS) =>
  judge(typed, { agency: TINH_KHE, agencies, obligations, settings, context, returned });
const errorsOf = ({ findings }: ReturnType<typeof judge>) =>
  findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);

const report = Report.parse({
  plan: plan.id,
  period: '2026',
  agency: TINH_KHE,
  indicators: { [ROW]: { state: 'reported', numerator: 9, denominator: 10 } },
  tasks: {},
});
const returned: ReturnedReport = { report, remarks: { [ROW]: 'Đề nghị kiểm tra mẫu số.' } };

test('progress counts the rows that say something, in which nothing is wrong or something is', () => {
  expect(judged({}).rows).toEqual({ filled: 0, owed: 13, blank: 13, faulty: 0 });
  expect(judged({ [ROW]: { numerator: 'mười' } }).rows).toEqual({ filled: 1, owed: 13, blank: 12, faulty: 1 });
  expect(judged({ [ROW]: { numerator: '9', denominator: '10' }, [OTHER]: { explanation: 'Đang rà soát' } }).rows.filled).toBe(1);
});

test('a returned row that is sent as it was is an error, one with a reason or another figure is none', () => {
  const before = typedOf(report);
  expect(errorsOf(judged(before, returned))).toEqual(['remark-unanswered']);
  expect(errorsOf(judged({ [ROW]: { ...before[ROW], explanation: 'Đã đối chiếu' } }, returned))).toEqual([]);
  expect(errorsOf(judged({ [ROW]: { ...before[ROW], denominator: '11' } }, returned))).toEqual([]);
  expect(errorsOf(judged(before))).toEqual([]);
});

test('a period frees an agency of a rule here as on the server', () => {
  const waivers = [{ agency: TINH_KHE, rule: 'remark-unanswered', row: null, reason: 'Đã trao đổi' }] as Settings['waivers'];
  expect(errorsOf(judged(typedOf(report), returned, { ...NO_SETTINGS, waivers }))).toEqual([]);
});

test('a row in which nothing was typed says nothing beside its fields', () => {
  const typed: TypedRows = { [ROW]: { numerator: '9', denominator: '10' } };
  const { findings } = judged(typed);
  expect(findings.some((one) => one.row === OTHER)).toBe(true);
  expect(findingsOfRow(findings, OTHER, typed)).toEqual([]);
  expect(
    findingsOfRow(judged({ ...typed, [OTHER]: { explanation: 'x' } }).findings, OTHER, { [OTHER]: { explanation: 'x' } }),
  ).toHaveLength(1);
});
