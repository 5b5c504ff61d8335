import type { ReportEnvelope } from '../../contract/report-envelope.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import type { Period } from '../../core/plan/period.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Api } from '../api/api.ts';
import type { ApiTrouble } from '../api/trouble.ts';

/** The version of a report that is in force; null while nothing was sent. */
export async function reportOrNone(api: Api, period: Period, agency: AgencyId): Promise<Result<ReportEnvelope | null, ApiTrouble>> {
  const found = await api.report(period, agency);
  if (found.ok) return ok(found.value.value);
  return found.error.kind === 'problem' && found.error.status === 404 ? ok(null) : found;
}
