import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureOf } from '../../core/measures/measure-of.ts';
import { Agencies, AgencyId } from '../../core/plan/agency.ts';
import { checkPlan } from '../../core/plan/checking/check-plan.ts';
import { obligationsOf, owedBy } from '../../core/plan/obligations.ts';
import { Period } from '../../core/plan/period.ts';
import { Plan } from '../../core/plan/plan.ts';
import { Report } from '../../core/report.ts';
import { checkReport } from '../../core/rules/check-report.ts';
import { plainReport } from '../../demo/made-up/plain-report.ts';
import { buildForm } from '../../templates/form/build-form.ts';
import { readUpload } from '../../templates/upload/read-upload.ts';
import { matrixOf } from '../support/some-reports.ts';
import { figureOf } from './figures.ts';
import { filledForm } from './filled-form.ts';

const file = (name: string) => JSON.parse(readFileSync(join(__dirname, name), 'utf8'));
const agencies = Agencies.parse(file('agencies.json'));
const written = file('plan.json');
const [LEVEL, AMOUNT] = ['A1.CQ.5', 'A1.DM.3'];
const OFFICE = AgencyId.parse('KHCN');
const [YEAR, NEXT] = ['2026', '2027'].map((text) => Period.parse(text)) as [Period, Period];

const planWith = (measure: object) => ({
  ...written,
  indicators: written.indicators.map((row: { id: string; measure: object }) =>
    row.id === LEVEL ? { ...row, measure: { ...row.measure, ...measure } } : row,
  ),
});

function situation(plan: Plan, period: Period = YEAR, previous: ReturnType<typeof matrixOf> | null = null) {
  const obligations = obligationsOf(plan, agencies, period);
  const report = Report.parse({
    ...plainReport(obligations, obligations.agency.get(OFFICE)!),
    indicators: Object.fromEntries(owedBy(obligations, OFFICE).indicators.map(({ id }) => [id, figureOf(id, OFFICE)])),
  });
  const context = { plan, agencies, obligationsOf: (one: Period) => obligationsOf(plan, agencies, one), expected: period, previous };
  return { obligations, report, context };
}

test.each([
  [undefined, 5, 6],
  [7, 7, 8],
  [3, 3, 4],
])(
  'a plan says how many levels there are (%p): the form offers them, the reader takes them and no others',
  async (levels, highest, over) => {
    const plan = Plan.parse(planWith({ minLevel: 2, ...(levels && { levels }) }));
    const { obligations, report, context } = situation(plan);
    const blank = await buildForm({ obligations, agency: OFFICE });
    const readWith = (value: number) => {
      const typed = { ...report, indicators: { ...report.indicators, [LEVEL]: { state: 'reported', value } } } as never;
      return readUpload(filledForm(blank, typed, context), context);
    };
    const read = readWith(highest);
    expect(read.report?.indicators[LEVEL as never]).toMatchObject({ value: highest });
    expect(readWith(over).findings.find(({ row }) => row === LEVEL)).toMatchObject({ rule: 'level-unknown', severity: 'error' });
    const row = plan.indicators.find(({ id }) => id === LEVEL)!;
    const { figure, method, scale } = measureOf(row);
    expect([figure.wanted, method({ nameOf: String, whole: 'toàn tỉnh', agency: OFFICE }), scale.end]).toEqual([
      `Dòng này nhận cấp độ từ 1 đến ${highest}.`,
      expect.stringContaining(`từ 1 đến ${highest}`),
      highest,
    ]);
  },
);

test('a level above its own scale is a fault of the plan', () => {
  const faults = checkPlan({ plan: planWith({ minLevel: 4, levels: 3 }), agencies });
  expect(faults.map(({ rule, path }) => `${rule} ${path.slice(2).join('.')}`)).toEqual(['shape measure.minLevel']);
});

test.each([
  [70, 7000, 'Giá trị tăng từ 100 lần trở lên so với kỳ 2026 (từ 70 lên 7.000).'],
  [70.5, 0.5, 'Giá trị giảm từ 100 lần trở lên so với kỳ 2026 (từ 70,5 xuống 0,5).'],
  [70, 6999, null],
  [0, 6999, null],
  [-1, 200, null],
])('a number beside the agency’s own last one: %p, then %p', (before, now, said) => {
  const plan = Plan.parse(written);
  const withAmount = (report: Report, value: number): Report => ({
    ...report,
    indicators: { ...report.indicators, [AMOUNT]: { state: 'reported', value } },
  });
  const last = situation(plan);
  const previous = matrixOf([withAmount(last.report, before)], last.obligations);
  const { obligations, report, context } = situation(plan, NEXT, previous);
  const found = checkReport(withAmount({ ...report, period: NEXT }, now), {
    ...context,
    obligations,
    agency: OFFICE,
    unread: new Set(),
  }).filter(({ rule }) => rule === 'changed-hundredfold');
  expect(found.map(({ field, severity }) => [field, severity])).toEqual(said === null ? [] : [['explanation', 'warning']]);
  if (said !== null) expect(found[0]?.facts).toMatchObject({ of: 'value', before, now });
});
