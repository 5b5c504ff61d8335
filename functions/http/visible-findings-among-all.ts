import type { Finding } from '../../core/findings/finding.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import type { Deps } from '../deps.ts';
import type { Caller } from '../identity/caller.ts';
import { isOwn } from '../identity/rights.ts';
import { findingsAmongAll } from '../periods/findings-among-all.ts';
import { headsOf } from '../periods/matrix-of.ts';
import type { PeriodContext } from '../periods/period-context.ts';

/** What is found of a report in force beside all others; consolidators and leads are told, an agency learns nothing of other agencies' figures. */
export async function visibleFindingsAmongAll(
  deps: Deps,
  ground: PeriodContext,
  agency: AgencyId,
  caller: Caller,
): Promise<readonly Finding[]> {
  if (isOwn(caller, agency) && !caller.consolidator) return [];
  return findingsAmongAll(ground, await headsOf(deps, ground.partition)).get(agency) ?? [];
}
