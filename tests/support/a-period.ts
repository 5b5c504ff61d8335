import { PROBLEM_URN } from '../../contract/problem-details.ts';
import type { ContractRoute, JsonAnswer } from '../../contract/route-types.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import type { Period } from '../../core/plan/period.ts';
import type { RowId } from '../../core/plan/plan.ts';
import type { Report } from '../../core/report.ts';
import { ok } from '../../core/result.ts';
import type { Deps } from '../../functions/deps.ts';
import { admitter } from '../../functions/http/admit.ts';
import { handlersOf } from '../../functions/http/handlers.ts';
import { pathServer } from '../../functions/http/serve.ts';
import { openPeriod } from '../../functions/periods/period-context.ts';
import { type ReviewCall, review } from '../../functions/reports/review.ts';
import { submit } from '../../functions/reports/submit.ts';
import { MemoryFiles } from '../../functions/store/memory-files.ts';
import { MemoryTable } from '../../functions/store/memory-table.ts';
import { partitionOf } from '../../functions/store/rows.ts';
import type { Table } from '../../functions/store/table.ts';
import { READS_HERE } from '../../templates/beside/reading-pool.ts';
import { WRITES_HERE } from '../../templates/beside/writing-pool.ts';
import { agencies, plan } from './a-form.ts';

const CONSOLIDATORS: readonly string[] = ['VPUB', 'SKHCN'];

/** The period 2026 of the real plan, open, at a moment that the test sets; agencies send and are reviewed with one call each. */
export class APeriod {
  readonly period = '2026' as Period;
  readonly partition = partitionOf(plan.id, this.period);
  readonly deps: Deps;
  now: Date;
  private nonces = 0;

  private constructor(table: Table, now: string) {
    this.now = new Date(now);
    const files = new MemoryFiles(() => this.now);
    const here = { uploads: READS_HERE, documents: WRITES_HERE };
    this.deps = { table, files, ...here, plan, agencies, clock: () => this.now, nonce: () => `n${this.nonces++}` };
  }

  static async opened({ table = new MemoryTable(), now = '2026-11-20T02:00:00Z' }: { table?: Table; now?: string } = {}): Promise<APeriod> {
    const period = new APeriod(table, now);
    await openPeriod(period.deps, period.period, null);
    return period;
  }

  report(agency: AgencyId, entries: Partial<Pick<Report, 'indicators' | 'tasks'>>): Report {
    return { plan: plan.id, period: this.period, agency, indicators: {}, tasks: {}, ...entries };
  }

  async sends(agency: AgencyId, entries: Partial<Pick<Report, 'indicators' | 'tasks'>>): Promise<void> {
    const nonce = this.deps.nonce();
    const done = await submit(this.deps.table, {
      plan: plan.id,
      period: this.period,
      agency,
      report: this.report(agency, entries),
      sha256: '0'.repeat(64),
      findings: [],
      by: agency,
      at: this.now,
      key: nonce,
      body: nonce,
      expected: 'any',
      intake: false,
      nonce,
    });
    if (!done.ok) throw new Error(done.error);
  }

  async reviewed(agency: AgencyId, version: number, decision: ReviewCall['decision'], over: Partial<ReviewCall> = {}): Promise<void> {
    const { period, now: at } = this;
    const asked: ReviewCall = {
      plan: plan.id,
      period,
      agency,
      version,
      decision,
      remarks: {},
      reviewer: 'VPUB' as AgencyId,
      sendsIt: false,
      rows: 'all',
      by: 'VPUB',
      at,
      nonce: this.deps.nonce(),
    };
    const done = await review(this.deps.table, { ...asked, ...over });
    if (!done.ok) throw new Error(done.error);
  }

  /** Asks a route as an agency: its status, or the name of the problem, and the body. */
  async asks<R extends ContractRoute>(
    agency: string,
    route: R,
    parameters: Record<string, string> = {},
  ): Promise<{ status: number | string; body: JsonAnswer<R, keyof R['answers'] & 200> }> {
    const caller = { agency: agency as AgencyId, consolidator: CONSOLIDATORS.includes(agency), name: agency };
    const handlers = handlersOf(this.deps).filter((one) => one.route.path === route.path);
    const serving = { identify: async () => ok(caller), admit: admitter(this.deps), log: () => undefined };
    const { status, body } = await pathServer(
      route.path,
      handlers,
      serving,
    )({
      method: route.method,
      parameters: { period: this.period, ...parameters },
      header: () => null,
      query: () => null,
      queryNames: () => [],
      body: async () => new Uint8Array(),
      origin: '',
      clientIp: '',
      id: 'test',
    });
    const told = JSON.parse(await new Response(body as BodyInit | null).text()); // whatever a body may be
    return { status: status < 400 ? status : told.type.slice(PROBLEM_URN.length), body: told };
  }
}

export const counts = (numerator: number, denominator: number) => ({ state: 'reported', numerator, denominator }) as const;
export const indicator = (id: string, entry: Report['indicators'][RowId]) => ({ [id as RowId]: entry });
