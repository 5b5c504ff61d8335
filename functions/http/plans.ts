import type { PlanStanding } from '../../contract/plan-in-force.ts';
import type { PathError } from '../../contract/problem-details.ts';
import type { getPlanStandingRoute } from '../../contract/routes/get-plan-standing.ts';
import type { getPlanWorkbookRoute } from '../../contract/routes/get-plan-workbook.ts';
import { putPlanRoute } from '../../contract/routes/put-plan.ts';
import type { ReadPlanWorkbook, readPlanWorkbookRoute } from '../../contract/routes/read-plan-workbook.ts';
import { XLSX } from '../../core/media-types.ts';
import { Agencies, type AgencyId } from '../../core/plan/agency.ts';
import { shownChange } from '../../core/plan/book/changed-cells.ts';
import type { PlanAndAgencies } from '../../core/plan/plan.ts';
import { Plan } from '../../core/plan/plan.ts';
import { agencyChanges, planChanges } from '../../core/plan/plan-changes.ts';
import type { BookFinding } from '../../core/wording/book-faults.ts';
import type { Deps } from '../deps.ts';
import { confirmPlan } from '../periods/confirm-plan.ts';
import { planEffects } from '../periods/plan-effects.ts';
import { obstaclesTo } from '../periods/plan-obstacles.ts';
import { PLAN_CHANGES, PLANS_PARTITION, PlanChangeRow } from '../store/plan-rows.ts';
import { soundValues } from '../store/sound-row.ts';
import { digestOfBoth, servedBy } from '../store/stored-plans.ts';
import { fileNameIn } from './content-disposition.ts';
import type { Serves } from './handler.ts';
import { refuse, tooManyDocuments, tooManyWait } from './problem.ts';
import { invalid, MOST_ERRORS, mediaType, readBytes, readJson } from './read-body.ts';

/** Findings of one answer, and turns of a plan. */
const MOST_FINDINGS = 1_000;
const MOST_TURNS = 50;
/** Of a plan of a thousand rows and as many agencies as the whole country has. */
const MOST_PLAN_MEMBERS = 200_000;

const digestIn = ({ plan, agencies }: PlanAndAgencies): string => digestOfBoth(servedBy({ plan, agencies }));
const tagOf = (digest: string): string => `"${digest}"`;

async function standing(deps: Deps, confirmed: boolean, both: PlanAndAgencies = deps): Promise<PlanStanding> {
  const rows = soundValues(deps.table, PLANS_PARTITION, await deps.table.list(PLANS_PARTITION, PLAN_CHANGES), PlanChangeRow);
  const turns = rows.slice(-MOST_TURNS).reverse();
  return {
    digest: digestIn(both),
    origin: confirmed ? 'desk' : 'files',
    turns: turns.map(({ at, by, reason, origin, changes }) => ({ at, by, ...(reason !== undefined && { reason }), origin, changes })),
  };
}

/** The plan in force: since when, who brought it, why. */
export const getPlanStanding =
  (deps: Deps): Serves<typeof getPlanStandingRoute> =>
  async (_call, reply) => {
    const answer = await standing(deps, deps.confirmed !== undefined);
    return reply.json(200, answer, { ETag: tagOf(answer.digest) });
  };

/** The plan in force as a workbook to read and change. */
export const getPlanWorkbook =
  ({ plan, agencies, documents }: Deps): Serves<typeof getPlanWorkbookRoute> =>
  async ({ caller }, reply) => {
    const workbook = await documents.write('planWorkbook', { plan, agencies }, caller.agency);
    return workbook === 'busy' ? tooManyDocuments() : reply.file(XLSX, 'ke-hoach.xlsx', workbook);
  };

/** A plan workbook read beside everything else: all its faults, or what would be otherwise; nothing is stored. */
export const postPlanWorkbook =
  (deps: Deps): Serves<typeof readPlanWorkbookRoute> =>
  async (call, reply) => {
    const type = mediaType(call, [XLSX]);
    if (!type.ok) return type.error;
    const bytes = await readBytes(call);
    if (!bytes.ok) return bytes.error;
    const { uploads } = deps;
    const file = fileNameIn(call.header('content-disposition')) ?? 'ke-hoach.xlsx';
    const read = await uploads.plan(bytes.value, file, call.caller.agency);
    if (read === 'busy') return tooManyWait();
    if (read === null) return refuse('not-a-workbook', 'Đọc tệp mất quá nhiều thời gian. Bỏ trang tính, dòng, cột thừa rồi gửi lại.');
    if (read.written === null) return refuse('not-a-workbook', read.findings[0]?.message ?? 'Không đọc được tệp.');
    const [findings, more] = [read.findings.slice(0, MOST_FINDINGS), read.findings.length - MOST_FINDINGS];
    const told = { findings: findings.map(bookWireFinding), ...(more > 0 && { more }) };
    if (read.findings.some(({ severity }) => severity === 'error')) return reply.json(200, { ...told, preview: null });
    const next = { plan: Plan.parse(read.written.plan), agencies: Agencies.parse(read.written.agencies) };
    const obstacles = await obstaclesTo(deps, next, call.caller.agency);
    if (obstacles.length > 0) return reply.json(200, { findings: [...told.findings, ...obstacles.map(obstacle)], preview: null });
    return reply.json(200, { ...told, preview: await previewOf(deps, next) });
  };

type WireFinding = ReadPlanWorkbook['findings'][number];

const bookWireFinding = ({ rule, severity, message, row, sheet, cell }: BookFinding): WireFinding => ({
  ...{ rule, severity, message },
  ...(row !== undefined && { row }),
  ...(sheet !== undefined && { sheet }),
  ...(cell !== undefined && { cell }),
});

const obstacle = (message: string): WireFinding => ({ rule: 'not-in-force', severity: 'error', message });

async function previewOf(deps: Deps, next: PlanAndAgencies): Promise<NonNullable<ReadPlanWorkbook['preview']>> {
  const changes = [...planChanges(deps.plan, next.plan), ...agencyChanges(deps.agencies, next.agencies)];
  return {
    inForce: digestIn(deps),
    ...next,
    changes: changes.map((one) => shownChange(one, deps, next)),
    effects: await planEffects(deps, next),
  };
}

/** Puts a plan in force that a person has looked at, with a reason on the record; the service goes on by it at once. */
export const putPlan =
  (deps: Deps): Serves<typeof putPlanRoute> =>
  async (call, reply) => {
    const expected = call.header('if-match')?.trim();
    if (expected === undefined) return refuse('precondition-required', 'Nêu kế hoạch đang áp dụng mà thay đổi dựa vào: If-Match.');
    const body = await readJson(call, putPlanRoute, MOST_PLAN_MEMBERS);
    if (!body.ok) return body.error;
    const { reason, plan, agencies } = body.value;
    const answered = (answer: PlanStanding) => reply.json(200, answer, { ETag: tagOf(answer.digest) });
    const next = { plan, agencies };
    const faults = await faultsOf(deps, next, call.caller.agency);
    if (faults === 'busy') return tooManyWait();
    if (faults.length > 0) return invalid('invalid-request', faults.slice(0, MOST_ERRORS));
    // the very plan that is in force: a call whose answer was lost, or nothing to change
    if (digestIn(deps) !== digestIn(next)) {
      if (expected !== tagOf(digestIn(deps))) return stalePlan();
      const done = await confirmPlan(deps, next, { by: call.caller.name, reason });
      if (!done.ok) return stalePlan();
      await deps.plans?.renew();
      return answered(await standing(deps, true, next));
    }
    return answered(await standing(deps, deps.confirmed !== undefined));
  };

async function faultsOf(deps: Deps, next: PlanAndAgencies, by: AgencyId): Promise<PathError[] | 'busy'> {
  const errors = await deps.uploads.planFaults(new TextEncoder().encode(JSON.stringify(next)), by);
  if (errors === 'busy') return errors;
  if (errors === null)
    return [{ path: 'plan', message: 'Kiểm tra kế hoạch mất quá nhiều thời gian. Bỏ bảng, dòng, đơn vị thừa rồi gửi lại.' }];
  if (errors.length > 0)
    return errors.map(({ file, row, field, message }) => ({ path: [file, row, field].filter(Boolean).join('.'), message }));
  return (await obstaclesTo(deps, next, by)).map((message) => ({ path: 'plan', message }));
}

const stalePlan = () =>
  refuse('stale-version', 'Người khác vừa đổi kế hoạch đang áp dụng. Tải bảng tính của kế hoạch hiện hành, đưa thay đổi vào rồi gửi lại.');
