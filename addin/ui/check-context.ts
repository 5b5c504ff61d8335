import type { ReportEnvelope } from '../../contract/report-envelope.ts';
import type { ReadingGround } from '../../contract/routes/get-ground.ts';
import type { Agencies, AgencyId } from '../../core/plan/agency.ts';
import { type Obligations, obligationsOf } from '../../core/plan/obligations.ts';
import type { Settings } from '../../core/plan/settings.ts';
import type { ReadingContext } from '../../core/reading/read-report.ts';
import { readingContext } from '../../core/reading/reading-context.ts';
import type { ReturnedReport } from '../../core/reading/unanswered-remarks.ts';

/** What an upload is checked against: whose it must be, and everything by which the server would check it (contract, "Ground"). */
export interface CheckContext {
  readonly agency: AgencyId;
  readonly agencies: Agencies;
  readonly obligations: Obligations;
  readonly settings: Settings;
  /** Without the day: each check has its own (`inspect.ts`), for a page may stand open over midnight. */
  readonly context: Omit<ReadingContext, 'today'>;
  /** What the upload must answer; null unless the version in force was returned. */
  readonly returned: ReturnedReport | null;
}

/** `inForce`: the version that the upload would replace; null where nothing was sent. */
export function checkContextOf(
  { plan, agencies, period: { period }, settings, previous }: ReadingGround,
  agency: AgencyId,
  inForce: ReportEnvelope | null,
): CheckContext {
  const obligations = obligationsOf(plan, agencies, period);
  const context = readingContext({ plan, agencies, obligations, previous });
  return { agency, agencies, obligations, settings, context, returned: returnedIn(inForce) };
}

/** A version that was returned, with its remarks; null of any other. */
export function returnedIn(inForce: ReportEnvelope | null): ReturnedReport | null {
  if (inForce?.state !== 'returned') return null;
  const texts = Object.entries(inForce.remarks).map(([row, remark]) => [row, remark?.text]);
  return { report: inForce.report, remarks: Object.fromEntries(texts) };
}
