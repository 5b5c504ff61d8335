import { XLSX } from '../core/media-types.ts';
import { Agencies } from '../core/plan/agency.ts';
import { obligationsOf, owedBy } from '../core/plan/obligations.ts';
import { Plan } from '../core/plan/plan.ts';
import { firstPeriodOf } from '../core/plan/plan-periods.ts';
import { plainReport } from '../demo/made-up/plain-report.ts';
import { buildForm } from '../templates/form/build-form.ts';
import { formValuesOf } from '../templates/form/form-values.ts';
import { generatedPlans, isAccepted } from './support/a-generated-plan.ts';
import { anApi } from './support/an-api.ts';
import { fc } from './support/properties.ts';

const PLANS = Number(process.env.PLANS ?? 2);

test('every agency of a plan that plan check accepts sends its workbook, and an office gets matrix, tables and report', async () => {
  await fc.assert(
    fc.asyncProperty(generatedPlans.filter(isAccepted), async (written) => {
      const [plan, agencies] = [Plan.parse(written.plan), Agencies.parse(written.agencies)];
      const api = await anApi(undefined, undefined, { plan, agencies });
      const period = firstPeriodOf(plan);
      const obligations = obligationsOf(plan, agencies, period);
      const office = agencies.find(({ roles }) => roles.includes('consolidator'))?.id ?? '';
      for (const agency of obligations.agencies) {
        const values = formValuesOf(plainReport(obligations, agency));
        const sender = agencies.find(({ submitsFor }) => submitsFor?.includes(agency.id)) ?? agency;
        const done = await api.call(sender.id, 'PUT', `/periods/${period}/reports/${agency.id}`, {
          body: await buildForm({ obligations, agency: agency.id, values }),
          type: XLSX,
          headers: { 'idempotency-key': agency.id, 'if-none-match': '*' },
        });
        expect([done.status, done.json.by, done.json.agency]).toEqual([201, sender.id, agency.id]);
      }
      const matrix = (await api.call(office, 'GET', `/periods/${period}/matrix`)).json;
      const owing = obligations.agencies.filter(({ id }) => owesAny(owedBy(obligations, id))).map(({ id }) => id);
      expect(owing.filter((id) => matrix.agencies.missing.includes(id))).toEqual([]);
      // Where every row has another rhythm, nobody reports in the first period.
      const own = obligations.agencies.slice(0, 1).map(({ id }) => `reports/${id}/document`);
      for (const path of ['appendix', 'report', 'status', ...own]) {
        const answer = await api.call(office, 'GET', `/periods/${period}/${path}`);
        expect([path, answer.status]).toEqual([path, 200]);
      }
      expect(api.errors).toEqual([]);
    }),
    { numRuns: PLANS },
  );
});

const owesAny = ({ indicators, tasks }: ReturnType<typeof owedBy>): boolean => indicators.length + tasks.length > 0;
