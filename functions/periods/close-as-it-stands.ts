import type { Closed } from '../../contract/routes/close-period.ts';
import type { Result } from '../../core/result.ts';
import type { Deps } from '../deps.ts';
import { nullIfUnreadable } from '../store/sound-row.ts';
import { keepPlan } from '../store/stored-plans.ts';
import { type CloseContext, type ClosingGround, closePeriod } from './close.ts';
import { liveMatrix, previousMatrix } from './matrix-of.ts';
import { type PeriodContext, periodContextOf } from './period-context.ts';

/** Closes a period as it stands once its closing has begun: with its agencies, its settings and the matrix of the year before. */
export async function closeAsItStands(
  deps: Deps,
  context: PeriodContext,
  asked: Pick<CloseContext, 'by' | 'reason' | 'close'>,
): Promise<Result<Closed, 'no-period'>> {
  await keepPlan(deps.table, deps); // what its note names must be there
  return closePeriod(deps.table, {
    plan: context.plan.id,
    period: context.period,
    ground: async () => groundOf(deps, (await nullIfUnreadable(periodContextOf(deps, context.period))) ?? context),
    at: deps.clock(),
    nonce: deps.nonce(),
    ...asked,
  });
}

async function groundOf(deps: Deps, context: PeriodContext): Promise<ClosingGround> {
  const previous = await previousMatrix(deps, context);
  return {
    agencies: context.agencies.map(({ id }) => id),
    served: context.served,
    matrixOf: (heads, at) => liveMatrix(context, heads, at, previous),
  };
}
