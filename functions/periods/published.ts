import type { Matrix } from '../../core/matrix.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { Deps } from '../deps.ts';
import type { PeriodRow } from '../store/rows.ts';
import { storedPlan } from '../store/stored-plans.ts';
import { UnreadableRowError } from '../store/table.ts';
import { frozenMatrix } from './matrix-of.ts';
import type { PeriodContext } from './period-context.ts';

/** What was made public of a period: the matrix of the close that was published, and whether the period has moved on since. */
export interface Published {
  readonly matrix: Matrix;
  /** By which its results were judged. */
  readonly plan: Plan;
  readonly revising: boolean;
  /** From which coverage on, in percent, results have a verdict in public. */
  readonly leastCoverage: number;
}

/**
 * The close whose figures are public and when they became so; null where none was published. A row that says nothing of it was
 * written by a release whose closing published: what the public saw then stays.
 */
export function publishedIn({ published, closes, asOf }: PeriodRow): NonNullable<PeriodRow['published']> | null {
  if (published !== undefined) return published;
  return closes === 0 ? null : { close: closes, at: asOf ?? '' };
}

/**
 * The published figures of a period; null where there are none. They are revised from a reopening until they are published again. Throws
 * `UnreadableRowError` where they, or the plan that they were judged by, cannot be read.
 */
export async function publishedOf(deps: Deps, { partition, row, plan }: PeriodContext): Promise<Published | null> {
  const published = publishedIn(row);
  if (!published) return null;
  return {
    matrix: await frozenMatrix(deps, partition, published.close),
    plan: published.plan === undefined ? plan : await neededPlan(deps, published.plan),
    leastCoverage: published.leastCoverage ?? 0,
    revising: row.state !== 'closed' || row.closes !== published.close,
  };
}

async function neededPlan({ table }: Pick<Deps, 'table'>, digest: string): Promise<Plan> {
  const plan = await storedPlan(table, digest);
  if (!plan) throw new UnreadableRowError(`[read plan] "${digest}": what was published was judged by it, and it cannot be read`, digest);
  return plan;
}
