import type { ReadingGround } from '../../contract/routes/get-ground.ts';
import { localDay } from '../../core/local-day.ts';
import type { Agencies, AgencyId } from '../../core/plan/agency.ts';
import { type Obligations, obligationsOf } from '../../core/plan/obligations.ts';
import type { Settings } from '../../core/plan/settings.ts';
import type { ReadingContext } from '../../core/reading/read-report.ts';
import { readingContext } from '../../core/reading/reading-context.ts';

/** What an upload is held against: whose it must be, and the ground on which the server would judge it (contract, "Ground"). */
export interface CheckContext {
  readonly agency: AgencyId;
  readonly agencies: Agencies;
  readonly obligations: Obligations;
  readonly settings: Settings;
  readonly context: ReadingContext;
}

export function checkContextOf({ plan, agencies, period: { period }, settings, previous }: ReadingGround, agency: AgencyId): CheckContext {
  const obligations = obligationsOf(plan, agencies, period);
  const today = localDay(new Date(), plan.reporting.utcOffset);
  return { agency, agencies, obligations, settings, context: readingContext({ plan, agencies, obligations, previous, today }) };
}
