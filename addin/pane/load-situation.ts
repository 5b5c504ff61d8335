import { ok, type Result } from '../../core/result.ts';
import type { ApiTrouble } from '../api/trouble.ts';
import { checkContextOf } from '../ui/check-context.ts';
import type { SignedIn } from '../ui/sign-in.tsx';
import type { ReportSituation } from './form-state.ts';
import { reportOrNone } from './report-or-none.ts';

/** What the server knows of the signed-in agency's report, for the wanted period, or the newest open one; null where no period was ever opened. */
export async function loadSituation(session: SignedIn, wanted: string | null): Promise<Result<ReportSituation | null, ApiTrouble>> {
  const { api, me } = session;
  const periods = await api.periods();
  if (!periods.ok) return periods;
  const list = periods.value.value.periods;
  const line = list.find(({ period }) => period === wanted) ?? list.findLast(({ state }) => state === 'open') ?? list.at(-1);
  if (!line) return ok(null);
  const [ground, inForce] = await Promise.all([api.ground(line.period, me.agency), reportOrNone(api, line.period, me.agency)]);
  if (!ground.ok) return ground;
  return inForce.ok ? ok(situationOf(session, ground.value.value, inForce.value)) : inForce;
}

const situationOf = (session: SignedIn, ground: ReportSituation['ground'], inForce: ReportSituation['inForce']): ReportSituation => ({
  session,
  ground,
  checkContext: checkContextOf(ground, session.me.agency, inForce),
  inForce,
});

/** The same, on top of a version that came in between. */
export const overTheirs = ({ session, ground }: ReportSituation, theirs: ReportSituation['inForce']): ReportSituation =>
  situationOf(session, ground, theirs);
