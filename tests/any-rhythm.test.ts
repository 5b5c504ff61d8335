import { XLSX } from '../core/media-types.ts';
import { Agencies } from '../core/plan/agency.ts';
import { checkPlan } from '../core/plan/checking/check-plan.ts';
import { PLAN_WARNINGS } from '../core/plan/checking/plan-fault.ts';
import { obligationsOf } from '../core/plan/obligations.ts';
import { type Period, PeriodKind } from '../core/plan/period.ts';
import { kindOfPeriod, periodsInYear } from '../core/plan/period-parts.ts';
import { Plan } from '../core/plan/plan.ts';
import { deadlineOf, kindsOf, planPeriods } from '../core/plan/plan-periods.ts';
import { plainReport } from '../demo/made-up/plain-report.ts';
import { MemoryTable } from '../functions/store/memory-table.ts';
import { buildForm } from '../templates/form/build-form.ts';
import { formValuesOf } from '../templates/form/form-values.ts';
import { type GeneratedPlan, generatedPlans } from './support/a-generated-plan.ts';
import { anApi } from './support/an-api.ts';
import { fc } from './support/properties.ts';

const RUNS = Number(process.env.PLANS ?? 1);
const OFFICE = 'SO1';

type Api = Awaited<ReturnType<typeof anApi>>;
const isAccepted = ({ plan, agencies }: GeneratedPlan): boolean =>
  checkPlan({ plan, agencies }).every(({ rule }) => PLAN_WARNINGS.some((warning) => warning === rule));
const ofRhythm = (every: PeriodKind) =>
  generatedPlans.filter((written) => isAccepted(written) && Plan.parse(written.plan).reporting.every === every);

/** A period over HTTP: opened, its forms handed out, filled, checked and sent, the documents made, closed and published. */
async function onePeriod({ call, put, deps, travel }: Api, period: Period): Promise<void> {
  const { plan, agencies } = deps;
  const obligations = obligationsOf(plan, agencies, period);
  const asks = async (caller: string, method: string, path: string, sent = {}) => {
    const answer = await call(caller, method, path, sent);
    const why = answer.json?.errors ?? answer.json?.detail ?? null;
    expect({ method, path, why, isThere: answer.status < 300 }).toEqual({ method, path, why: null, isThere: true });
    return answer;
  };
  const ok = (method: string, path: string, sent = {}) => asks(OFFICE, method, path, sent);
  travel(new Date(`${deadlineOf(plan, period)}T02:00:00Z`));
  await ok('POST', '/periods', { body: { period } });
  await ok('POST', `/periods/${period}/handout`, { body: {} });
  for (const { id } of obligations.agencies) {
    const values = formValuesOf(plainReport(obligations, obligations.agency.get(id)!));
    const book = await buildForm({ obligations, agency: id, values });
    const report = `/periods/${period}/reports/${id}`;
    const checked = await asks(id, 'POST', `${report}/workbook`, { body: book, type: XLSX });
    expect(checked.json.findings.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([]);
    const receipt = await put(id, book, 0, { key: 'one key for every period', type: XLSX, period });
    expect([receipt.status, receipt.json.period]).toEqual([201, period]);
    for (const path of ['form?values=current', 'document', 'ground']) await asks(id, 'GET', `${report}/${path}`);
    const proof = await call('', 'GET', `/public/${period}/proof?agency=${id}&sha256=${receipt.json.sha256}`);
    expect([proof.status, proof.json.period]).toEqual([200, period]);
  }
  for (const path of ['status', 'matrix', 'appendix', 'report', 'reminders', 'settings', 'audit'])
    await ok('GET', `/periods/${period}/${path}`);
  await ok('POST', `/periods/${period}/close`, { body: {} });
  await ok('POST', `/periods/${period}/publish`, { body: {} });
  const matrix = await ok('GET', `/periods/${period}/matrix`, { headers: { accept: 'application/json' } });
  expect([matrix.json.period, matrix.json.agencies.missing]).toEqual([period, []]);
  const shown = await call('', 'GET', `/public/${period}`);
  expect([shown.status, shown.json.period]).toEqual([200, period]);
}

test.each(PeriodKind.options)('a plan in the rhythm of a %s goes over HTTP from its forms to the next period', async (every) => {
  await fc.assert(
    fc.asyncProperty(ofRhythm(every), async (written) => {
      const [plan, agencies] = [Plan.parse(written.plan), Agencies.parse(written.agencies)];
      const api = await anApi(new MemoryTable(), new Date('2026-01-01T02:00:00Z'), { plan, agencies });
      const opened: Period[] = [];
      for (const kind of kindsOf(plan)) {
        const periods = planPeriods(plan).filter(
          (period) => kindOfPeriod(period) === kind && obligationsOf(plan, agencies, period).agencies.length > 0,
        );
        const [one, , three] = periods;
        if (!one || !three) continue;
        await onePeriod(api, one);
        await onePeriod(api, three); // the one between was never opened
        opened.push(one, three);
        const [owing] = obligationsOf(plan, agencies, three).agencies;
        const ground = await api.call(owing!.id, 'GET', `/periods/${three}/reports/${owing!.id}/ground`);
        expect(ground.json.previous.period).toBe(one);
      }
      expect(api.errors).toEqual([]);
      const listed = (await api.call(OFFICE, 'GET', '/periods')).json.periods.map(({ period }: { period: Period }) => period);
      expect(opened.filter((period) => !listed.includes(period))).toEqual([]);
      const other = PeriodKind.options.filter((kind) => !kindsOf(plan).includes(kind));
      const strange = other.flatMap((kind) => periodsInYear(2026, kind))[0];
      expect((await api.call(OFFICE, 'POST', '/periods', { body: { period: strange } })).status).toBe(400);
    }),
    { numRuns: RUNS },
  );
});
