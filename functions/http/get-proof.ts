import { proveReportRoute } from '../../contract/routes/prove-report.ts';
import { Period } from '../../core/plan/period.ts';
import { isPlanPeriod } from '../../core/plan/plan-periods.ts';
import type { Deps } from '../deps.ts';
import { agencyFinder } from '../identity/agency-finder.ts';
import { elapsedHere } from '../identity/elapsed.ts';
import { wrongTries } from '../identity/wrong-tries.ts';
import { registerOf } from '../periods/register.ts';
import { provenVersion } from '../reports/proven-version.ts';
import { partitionOf } from '../store/rows.ts';
import type { Serves } from './handler.ts';
import { refuse, tooManyTries } from './problem.ts';
import { invalid } from './read-body.ts';

/**
 * Proves to anyone who holds a report's SHA-256 that this very report was acknowledged. Whoever holds another one learns nothing,
 * not even whether the agency has sent any; and wrong ones are counted as wrong keys are, so that nobody asks through a list.
 */
export const getProof = (deps: Deps): Serves<typeof proveReportRoute> => {
  const elapsed = deps.elapsed ?? elapsedHere;
  const wrongTry = wrongTries(elapsed);
  // asked once in some seconds: whoever proves needs no credential
  const agencyOf = agencyFinder(() => registerOf(deps), elapsed);
  const { queries } = proveReportRoute;
  return async ({ query, parameters, clientIp }, reply) => {
    const agency = queries.agency.safeParse(query('agency'));
    const sha256 = queries.sha256.safeParse(query('sha256'));
    if (!agency.success || !sha256.success)
      return invalid('invalid-request', [
        ...(agency.success ? [] : [{ path: 'agency', message: 'Cần mã đơn vị ghi trên biên nhận.' }]),
        ...(sha256.success ? [] : [{ path: 'sha256', message: 'Cần mã SHA-256 gồm 64 chữ số thập lục phân.' }]),
      ]);
    const period = planPeriod(deps, parameters.period);
    const proven = period && (await provenVersion(deps, partitionOf(deps.plan.id, period), agency.data, sha256.data));
    if (proven) {
      const name = (await agencyOf(agency.data))?.name ?? agency.data;
      const { version, at, inForce } = proven;
      return reply.json(200, { agency: agency.data, name, period, version, at, inForce });
    }
    const retryAfter = wrongTry(clientIp);
    if (retryAfter !== null) return tooManyTries(retryAfter);
    return refuse('not-found', 'Không có báo cáo nào của đơn vị này trong kỳ mang mã SHA-256 đã nêu.');
  };
};

function planPeriod({ plan }: Deps, text: string): Period | null {
  const period = Period.safeParse(text);
  return period.success && isPlanPeriod(plan, period.data) ? period.data : null;
}
