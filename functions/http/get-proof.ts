import * as z from 'zod';
import { AgencyId, agencyName } from '../../core/agency.ts';
import { isPlanPeriod, Period } from '../../core/plan.ts';
import type { Deps } from '../deps.ts';
import { elapsedHere } from '../identity/elapsed.ts';
import { wrongTries } from '../identity/wrong-tries.ts';
import { provenVersion } from '../reports/proven-version.ts';
import { partitionOf } from '../store/rows.ts';
import { json } from './answer.ts';
import type { ApiRequest } from './api.ts';
import { refuse, tooManyTries } from './problem.ts';
import { invalid } from './read-body.ts';
import type { OpenRoute } from './route.ts';

const Sha256 = z
  .string()
  .toLowerCase()
  .regex(/^[0-9a-f]{64}$/);

const Proof = z.object({ agency: AgencyId, name: z.string(), period: Period, version: z.int(), at: z.string(), inForce: z.boolean() });

/**
 * Proves to anyone who holds a report's SHA-256 that this very report was acknowledged. Whoever holds another one learns nothing,
 * not even whether the agency has sent any; and wrong ones are counted as wrong keys are, so that nobody asks through a list.
 */
export const getProof = (deps: Deps): OpenRoute => {
  const wrongTry = wrongTries(deps.elapsed ?? elapsedHere);
  return {
    method: 'GET',
    path: '/public/{period}/proof',
    id: 'proveReport',
    summary: 'Xác minh báo cáo đã được tiếp nhận, theo mã SHA-256',
    queries: { agency: AgencyId, sha256: Sha256 },
    gives: { 200: { 'application/json': Proof } },
    refuses: ['not-found', 'invalid-request', 'too-many-tries'],
    async open(request) {
      const agency = AgencyId.safeParse(request.query('agency'));
      const sha256 = Sha256.safeParse(request.query('sha256'));
      if (!agency.success || !sha256.success)
        return invalid('invalid-request', [
          ...(agency.success ? [] : [{ path: 'agency', message: 'Cần mã đơn vị ghi trên biên nhận.' }]),
          ...(sha256.success ? [] : [{ path: 'sha256', message: 'Cần mã SHA-256 gồm 64 chữ số thập lục phân.' }]),
        ]);
      const period = periodOf(deps, request);
      const proven = period && (await provenVersion(deps, partitionOf(deps.plan.id, period), agency.data, sha256.data));
      if (proven) {
        const name = agencyName(deps.agencies, agency.data);
        return json(200, { agency: agency.data, name, period, ...proven });
      }
      const retryAfter = wrongTry(request.address);
      if (retryAfter !== null) return tooManyTries(retryAfter);
      return refuse('not-found', 'Không có báo cáo nào của đơn vị này trong kỳ mang mã SHA-256 đã nêu.');
    },
  };
};

function periodOf({ plan }: Deps, { parameters }: ApiRequest): Period | null {
  const period = Period.safeParse(parameters.period);
  return period.success && isPlanPeriod(plan, period.data) ? period.data : null;
}
