import { createHash } from 'node:crypto';
import { consolidate } from '../../core/consolidating/consolidate.ts';
import { withSuccessors } from '../../core/consolidating/with-successors.ts';
import { localDay } from '../../core/local-day.ts';
import type { Matrix } from '../../core/matrix.ts';
import { periodsBefore } from '../../core/plan/plan-periods.ts';
import type { Deps } from '../deps.ts';
import { headsIn } from '../store/heads.ts';
import { HEADS, type Head, PERIOD_ROW, PeriodRow, partitionOf } from '../store/rows.ts';
import { nullIfUnreadable, soundValue } from '../store/sound-row.ts';
import { digestOfBoth } from '../store/stored-plans.ts';
import type { Table } from '../store/table.ts';
import { readFrozen } from './frozen-matrix.ts';
import { keepNewest } from './newest-kept.ts';
import type { PeriodContext } from './period-context.ts';
import { receivedOf } from './received.ts';

/** A matrix and the tag of the state that it shows. */
export interface TaggedMatrix {
  readonly matrix: Matrix;
  readonly etag: string;
  readonly heads: readonly Head[];
}

/** What was read of a storage before, by row and tag: parsing heads anew is most of the work of a matrix. */
interface Known {
  readonly heads: Map<string, { readonly etag: string; readonly head: Head }>;
  readonly frozen: Map<string, Matrix>;
  /** By partition, the last state that was added up: whoever asks again before anything changes gets the same matrix. */
  readonly live: Map<string, { readonly etag: string; readonly matrix: Matrix }>;
}

const knownOf = new WeakMap<Table, Known>();
const MOST_HEADS = 20_000;
const MOST_FROZEN = 16;

function known(table: Table): Known {
  const own = knownOf.get(table) ?? { heads: new Map(), frozen: new Map(), live: new Map() };
  knownOf.set(table, own);
  return own;
}

/** All heads of a period; one that cannot be read says so. */
export async function headsOf({ table }: Deps, partition: string): Promise<readonly Head[]> {
  const { heads } = known(table);
  return (await table.list(partition, HEADS)).flatMap((entity) => {
    const key = `${partition}|${entity.row}`;
    const before = heads.get(key);
    if (before?.etag === entity.etag) return before.head;
    const [found] = headsIn(table, partition, [entity]);
    if (!found) return [];
    const { head } = found;
    if (heads.size >= MOST_HEADS) heads.clear();
    heads.set(key, { etag: entity.etag, head });
    return head;
  });
}

/**
 * The matrix as it is in force: of a closed period the one that its close froze, else of every acknowledged report. The tag changes
 * with any report, setting or state, with the plan and the agencies, with a new close of the period before, and with the day in Viet Nam,
 * as that makes tasks late.
 */
export async function currentMatrix(deps: Deps, context: PeriodContext): Promise<TaggedMatrix> {
  const { partition, row, settingsTag, plan, served } = context;
  const heads = await headsOf(deps, partition);
  const at = deps.clock();
  const closed = row.state === 'closed';
  const previous = closed ? null : await previousMatrix(deps, context);
  const sent = heads.flatMap(({ agency, current, unreadable }) =>
    current ? [`${agency}/${current.receipt.version}/${current.receipt.id}`] : unreadable ? [`${agency}/unreadable`] : [],
  );
  const state = [
    digestOfBoth(served),
    partition,
    row.closes,
    closed,
    settingsTag,
    ...(closed ? [] : [localDay(at, plan.reporting.utcOffset), previous?.asOf]),
    ...sent,
  ];
  const etag = `"${createHash('sha256').update(state.join('\n')).digest('base64url').slice(0, 22)}"`;
  if (closed) return { matrix: await frozenMatrix(deps, partition, row.closes), etag, heads };
  const { live } = known(deps.table);
  const before = live.get(partition);
  const matrix = before?.etag === etag ? before.matrix : liveMatrix(context, heads, at, previous);
  live.set(partition, { etag, matrix });
  return { matrix, etag, heads };
}

/** The matrix of these heads at a moment. */
export function liveMatrix({ obligations }: PeriodContext, heads: readonly Head[], at: Date, previous: Matrix | null): Matrix {
  return consolidate({ obligations, received: receivedOf(heads), at, previous });
}

/**
 * The frozen matrix of the last closed period of the same kind: base of the pace, and what the rule on falls compares with. One that cannot
 * be read is none, nor is one before it taken for it: a period does not stand still for what was spoilt of the last.
 */
export async function previousMatrix(
  { table, plan }: Pick<Deps, 'table' | 'plan'>,
  { period, agencies }: Pick<PeriodContext, 'period' | 'agencies'>,
): Promise<Matrix | null> {
  for (const before of periodsBefore(plan, period)) {
    const partition = partitionOf(plan.id, before);
    const entity = await table.read(partition, PERIOD_ROW);
    const row = entity && soundValue(table, partition, entity, PeriodRow);
    if (entity && !row) return null;
    if (!row || row.closes === 0) continue;
    const matrix = await nullIfUnreadable(frozenMatrix({ table }, partition, row.closes));
    return matrix && withSuccessors(matrix, agencies);
  }
  return null;
}

/** The matrix of a close; it never changes, so it is read once. */
export async function frozenMatrix({ table }: Pick<Deps, 'table'>, partition: string, close: number): Promise<Matrix> {
  const { frozen } = known(table);
  const key = `${partition}|${close}`;
  return keepNewest(frozen, key, frozen.get(key) ?? (await readFrozen(table, partition, close)), MOST_FROZEN);
}
