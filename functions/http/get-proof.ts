import { proveReportRoute } from '../../contract/routes/prove-report.ts';
import type { Agencies, AgencyId } from '../../core/plan/agency.ts';
import { Period } from '../../core/plan/period.ts';
import { isPlanPeriod } from '../../core/plan/plan-periods.ts';
import type { HeldProof } from '../../core/proof-path.ts';
import { receiptNumberIn } from '../../core/receipt-number.ts';
import type { Deps } from '../deps.ts';
import { agencyFinder } from '../identity/agency-finder.ts';
import { type Elapsed, elapsedHere } from '../identity/elapsed.ts';
import { wrongTries } from '../identity/wrong-tries.ts';
import { periodContextOf } from '../periods/period-context.ts';
import { registerOf } from '../periods/register.ts';
import { provenVersion } from '../reports/proven-version.ts';
import { partitionOf } from '../store/rows.ts';
import { nullIfUnreadable } from '../store/sound-row.ts';
import type { Serves } from './handler.ts';
import { refuse, tooManyTries } from './problem.ts';
import { invalid } from './read-body.ts';

/**
 * Proves to anyone who holds a report's SHA-256, or its receipt's number, that this very report was acknowledged. Whoever holds another one learns
 * nothing, not even whether the agency has sent any; and wrong ones are counted as wrong keys are, so that nobody asks through a list.
 */
export const getProof = (deps: Deps): Serves<typeof proveReportRoute> => {
  const elapsed = deps.elapsed ?? elapsedHere;
  const wrongTry = wrongTries(elapsed);
  const nameIn = periodNames(deps, elapsed);
  const { queries } = proveReportRoute;
  return async ({ query, parameters, clientIp }, reply) => {
    const agency = queries.agency.safeParse(query('agency'));
    const held = heldIn(query('sha256'), query('receipt'));
    if (!agency.success || 'path' in held)
      return invalid('invalid-request', [
        ...(agency.success ? [] : [{ path: 'agency', message: 'Cần mã đơn vị ghi trên biên nhận.' }]),
        ...('path' in held ? [held] : []),
      ]);
    const period = planPeriod(deps, parameters.period);
    const proven = period && (await provenVersion(deps, partitionOf(deps.plan.id, period), agency.data, held));
    if (proven) {
      const { version, at, inForce } = proven;
      return reply.json(200, { agency: agency.data, name: await nameIn(period, agency.data), period, version, at, inForce });
    }
    const retryAfter = wrongTry(clientIp);
    if (retryAfter !== null) return tooManyTries(retryAfter);
    return refuse('not-found', 'Không có báo cáo nào của đơn vị này trong kỳ mang mã SHA-256 hoặc số biên nhận đã nêu.');
  };
};

/**
 * What an agency is called in a period, as its receipts call it; where that cannot be read as the newest period does. Asked once in some
 * seconds: whoever proves needs no credential.
 */
function periodNames(deps: Deps, elapsed: Elapsed): (period: Period, agency: AgencyId) => Promise<string> {
  const finders = new Map<Period, ReturnType<typeof agencyFinder>>();
  const agenciesIn = async (period: Period): Promise<Agencies> =>
    (await nullIfUnreadable(periodContextOf(deps, period)))?.agencies ?? registerOf(deps);
  return async (period, agency) => {
    const find = finders.get(period) ?? agencyFinder(() => agenciesIn(period), elapsed);
    finders.set(period, find);
    return (await find(agency))?.name ?? agency;
  };
}

/** What the caller holds of a report, or what is wrong with it. */
function heldIn(sha256: string | null, receipt: string | null): HeldProof | { readonly path: string; readonly message: string } {
  const { queries } = proveReportRoute;
  if (receipt === null) {
    const { data } = queries.sha256.safeParse(sha256 ?? undefined);
    return data === undefined
      ? { path: 'sha256', message: 'Cần mã SHA-256 gồm 64 chữ số thập lục phân, hoặc số biên nhận.' }
      : { sha256: data };
  }
  if (sha256 !== null) return { path: 'receipt', message: 'Chỉ nêu một trong hai: số biên nhận hoặc mã SHA-256.' };
  const number = receiptNumberIn(receipt);
  return number === null ? { path: 'receipt', message: 'Số biên nhận gồm 8 chữ và số, ví dụ 7F3K-92QD.' } : { receipt: number };
}

function planPeriod({ plan }: Deps, text: string): Period | null {
  const period = Period.safeParse(text);
  return period.success && isPlanPeriod(plan, period.data) ? period.data : null;
}
