import type { AgencyId } from '../../core/plan/agency.ts';
import { ok, type Result } from '../../core/result.ts';
import type { ApiTrouble } from '../api/trouble.ts';
import { checkContextOf } from '../ui/check-context.ts';
import { sendersOf } from '../ui/senders.ts';
import type { SignedIn } from '../ui/sign-in.tsx';
import type { ReportSituation } from './form-state.ts';
import { reportOrNone } from './report-or-none.ts';

/** Which report is wanted: what a workbook says of itself, null where it says nothing. */
export interface WantedReport {
  readonly period: string | null;
  readonly agency: string | null;
}

/**
 * What the server knows of the wanted agency's report, where the signed-in one may send it, else of its own; for the wanted period, or the
 * newest open one; null where no period was ever opened.
 */
export async function loadSituation(session: SignedIn, wanted: WantedReport): Promise<Result<ReportSituation | null, ApiTrouble>> {
  const { api, me } = session;
  const periods = await api.periods();
  if (!periods.ok) return periods;
  const list = periods.value.value.periods;
  const line = list.find(({ period }) => period === wanted.period) ?? list.findLast(({ state }) => state === 'open') ?? list.at(-1);
  if (!line) return ok(null);
  const agency = sendersOf(me).find((one) => one.agency === wanted.agency)?.agency ?? me.agency;
  const [ground, inForce] = await Promise.all([api.ground(line.period, agency), reportOrNone(api, line.period, agency)]);
  if (!ground.ok) return ground;
  return inForce.ok ? ok(situationOf({ session, ground: ground.value.value, agency, inForce: inForce.value })) : inForce;
}

interface Known extends Omit<ReportSituation, 'checkContext'> {
  readonly agency: AgencyId;
}

const situationOf = ({ session, ground, agency, inForce }: Known): ReportSituation => ({
  session,
  ground,
  checkContext: checkContextOf(ground, agency, inForce),
  inForce,
});

/** The same, on top of a version that came in between. */
export const overTheirs = (
  { session, ground, checkContext: { agency } }: ReportSituation,
  theirs: ReportSituation['inForce'],
): ReportSituation => situationOf({ session, ground, agency, inForce: theirs });
