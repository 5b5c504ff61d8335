import type { ReadingGround } from '../../contract/routes/get-ground.ts';
import { localDay } from '../../core/local-day.ts';
import type { Agencies, AgencyId } from '../../core/plan/agency.ts';
import { type Obligations, obligationsOf } from '../../core/plan/obligations.ts';
import type { Settings } from '../../core/plan/settings.ts';
import { periodContext } from '../../core/reading/period-context.ts';
import type { ReadingContext } from '../../core/reading/read-report.ts';

/** What an upload is held against: whose it must be, and the ground on which the server would judge it (contract, "Ground"). */
export interface Against {
  readonly agency: AgencyId;
  readonly agencies: Agencies;
  readonly obligations: Obligations;
  readonly settings: Settings;
  readonly context: ReadingContext;
}

export function againstOf({ plan, agencies, period: { period }, settings, previous }: ReadingGround, agency: AgencyId): Against {
  const obligations = obligationsOf(plan, agencies, period);
  const today = localDay(new Date(), plan.reporting.utcOffset);
  return { agency, agencies, obligations, settings, context: periodContext({ plan, agencies, obligations, previous, today }) };
}
