import type { Closed } from '../../contract/routes/close-period.ts';
import type { Result } from '../../core/result.ts';
import type { Deps } from '../deps.ts';
import { keepPlan } from '../store/stored-plans.ts';
import { type CloseContext, closePeriod } from './close.ts';
import { liveMatrix, previousMatrix } from './matrix-of.ts';
import type { PeriodContext } from './period-context.ts';

/** Closes a period as it stands now: with its agencies, its settings and the matrix of the year before. */
export async function closeAsItStands(
  deps: Deps,
  context: PeriodContext,
  asked: Pick<CloseContext, 'by' | 'reason' | 'close'>,
): Promise<Result<Closed, 'no-period'>> {
  const { plan, period, agencies, served } = context;
  const previous = await previousMatrix(deps, context);
  await keepPlan(deps.table, deps); // what its note names must be there
  return closePeriod(deps.table, {
    plan: plan.id,
    period,
    agencies: agencies.map(({ id }) => id),
    served,
    matrixOf: (heads, at) => liveMatrix(context, heads, at, previous),
    at: deps.clock(),
    nonce: deps.nonce(),
    ...asked,
  });
}
