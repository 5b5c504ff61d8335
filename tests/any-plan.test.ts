import { entryWorkbook } from '../core/entering/entry-workbook.ts';
import { typedOf } from '../core/entering/typed-of-report.ts';
import type { Finding } from '../core/findings/finding.ts';
import { Matrix } from '../core/matrix.ts';
import { Agencies } from '../core/plan/agency.ts';
import { checkPlan } from '../core/plan/checking/check-plan.ts';
import { obligationsOf } from '../core/plan/obligations.ts';
import type { Period } from '../core/plan/period.ts';
import { kindOfPeriod } from '../core/plan/period-parts.ts';
import { Plan } from '../core/plan/plan.ts';
import { kindsOf, planPeriods } from '../core/plan/plan-periods.ts';
import { readReport } from '../core/reading/read-report.ts';
import { Report } from '../core/report.ts';
import { plainReport } from '../demo/made-up/plain-report.ts';
import { buildAppendix } from '../templates/appendix/build-appendix.ts';
import { checkDocument } from '../templates/checking/check-document.ts';
import { readDocument } from '../templates/checking/read-document.ts';
import { buildForm } from '../templates/form/build-form.ts';
import { formValuesOf } from '../templates/form/form-values.ts';
import { buildReport } from '../templates/report/build-report.ts';
import { readWorkbook } from '../xlsx/read/read-workbook.ts';
import { type GeneratedPlan, generatedPlans, isAccepted } from './support/a-generated-plan.ts';
import { fc } from './support/properties.ts';
import { matrixOf, received } from './support/some-reports.ts';

/** How many plans; `npm run soak -- plans` takes a thousand, and others each night. */
const PLANS = Number(process.env.PLANS ?? 6);

const namesOf = (findings: readonly Finding[]): readonly string[] => findings.map(({ rule, row, field }) => [rule, row, field].join(' '));

/** One period of a plan, from blank forms to the tables that are signed; gives the matrix for the next. */
async function onePeriod(written: GeneratedPlan, period: Period, previous: Matrix | null): Promise<Matrix> {
  const [plan, agencies] = [Plan.parse(written.plan), Agencies.parse(written.agencies)];
  const obligations = obligationsOf(plan, agencies, period);
  const reports: Report[] = [];
  for (const agency of obligations.agencies) {
    const values = formValuesOf(plainReport(obligations, agency));
    const book = readWorkbook(await buildForm({ obligations, agency: agency.id, values }));
    if (!book.ok) throw new Error('the form is no workbook');
    const context = { plan, agencies, obligationsOf: () => obligations, expected: period, previous };
    const { report, findings } = readReport(book.value, context);
    expect(findings.filter(({ severity, rule }) => severity === 'error' || rule === 'plan-text-changed')).toEqual([]);
    const typed = readReport(entryWorkbook(typedOf(Report.parse(report)), obligations, agency.id), context);
    expect([typed.report, namesOf(typed.findings)]).toEqual([report, namesOf(findings)]);
    reports.push(Report.parse(report));
  }
  const matrix = Matrix.parse(JSON.parse(JSON.stringify(matrixOf(reports, obligations, { previous }))));
  await buildAppendix({ obligations, matrix, received: reports.map(received), receivedAt: new Map(), problems: new Map() });
  const signed = {
    obligations,
    matrix,
    reports,
    previous,
    signing: {},
    reportText: {},
    rows: 'due',
    annexOfNames: 'with',
    annexOfSources: 'with',
  } as const;
  const printed = readDocument(await buildReport(signed));
  expect(printed && checkDocument(printed, signed).differences).toEqual([]);
  return matrix;
}

test('a plan that plan check accepts goes through forms, check and consolidating for two periods of each of its kinds', async () => {
  await fc.assert(
    fc.asyncProperty(generatedPlans.filter(isAccepted), async (written) => {
      const plan = Plan.parse(written.plan);
      for (const kind of kindsOf(plan)) {
        const [one, two] = planPeriods(plan).filter((period) => kindOfPeriod(period) === kind);
        const first = await onePeriod(written, one!, null);
        const second = await onePeriod(written, two!, first);
        for (const { why, verdict, result } of [...first.indicators, ...second.indicators]) {
          expect(why.sentence).not.toMatch(/undefined|NaN|null|Infinity/);
          expect(verdict === 'not-due' || verdict === 'nothing-arose' || result !== null).toBe(true);
        }
        for (const { why } of [...first.tasks, ...second.tasks]) expect(why.sentence).not.toMatch(/undefined|NaN|null|Infinity/);
      }
    }),
    { numRuns: PLANS },
  );
});

test('what plan check takes out of shape is never taken by the schema, and the other way round', () => {
  fc.assert(
    fc.property(generatedPlans, (written) => {
      const shape = checkPlan(written).some(({ rule }) => rule === 'shape');
      expect(Plan.safeParse(written.plan).success).toBe(!shape);
    }),
    { numRuns: 100 },
  );
});
