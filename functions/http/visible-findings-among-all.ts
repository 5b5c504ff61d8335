import type { Finding } from '../../core/findings/finding.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import type { Deps } from '../deps.ts';
import type { Caller } from '../identity/caller.ts';
import { maySend } from '../identity/rights.ts';
import { findingsAmongAll } from '../periods/findings-among-all.ts';
import { headsOf } from '../periods/matrix-of.ts';
import type { PeriodContext } from '../periods/period-context.ts';

/**
 * Findings of a report compared with all others in force. Consolidators and leads see them; whoever sends a report learns no other agency's
 * figures.
 */
export async function visibleFindingsAmongAll(
  deps: Deps,
  context: PeriodContext,
  agency: AgencyId,
  caller: Caller,
): Promise<readonly Finding[]> {
  if (maySend(deps.agencies, caller, agency) && !caller.consolidator) return [];
  return findingsAmongAll(context, await headsOf(deps, context.partition)).get(agency) ?? [];
}
