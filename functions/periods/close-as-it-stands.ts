import type { Closed } from '../../contract/routes/close-period.ts';
import type { Result } from '../../core/result.ts';
import type { Deps } from '../deps.ts';
import { type CloseContext, closePeriod } from './close.ts';
import { liveMatrix, previousMatrix } from './matrix-of.ts';
import type { PeriodContext } from './period-context.ts';

/** Closes a period as it stands now: with its agencies, its settings and the matrix of the year before. */
export async function closeAsItStands(
  deps: Deps,
  ground: PeriodContext,
  asked: Pick<CloseContext, 'by' | 'reason' | 'close'>,
): Promise<Result<Closed, 'no-period'>> {
  const { plan, period, agencies } = ground;
  const previous = await previousMatrix(deps, period);
  return closePeriod(deps.table, {
    plan: plan.id,
    period,
    agencies: agencies.map(({ id }) => id),
    matrixOf: (heads, at) => liveMatrix(ground, heads, at, previous),
    at: deps.clock(),
    nonce: deps.nonce(),
    ...asked,
  });
}
