import { failed, ok, type Result } from '../../core/result.ts';
import { troubleText } from '../api/trouble.ts';
import { againstOf } from '../ui/against.ts';
import type { SignedIn } from '../ui/sign-in.tsx';
import type { Situation } from './state.ts';

/** What the server knows of the signed-in agency's report, for the workbook's period, or the newest open one. */
export async function situate(session: SignedIn, wanted: string | null): Promise<Result<Situation, string>> {
  const { api, me } = session;
  const periods = await api.periods();
  if (!periods.ok) return failed(troubleText(periods.error));
  const list = periods.value.value.periods;
  const line = list.find(({ period }) => period === wanted) ?? list.findLast(({ state }) => state === 'open') ?? list.at(-1);
  if (!line) return failed('Chưa có kỳ báo cáo nào được mở. Liên hệ cơ quan tổng hợp.');
  const [ground, report] = await Promise.all([api.ground(line.period, me.agency), api.report(line.period, me.agency)]);
  if (!ground.ok) return failed(troubleText(ground.error));
  const nothing = !report.ok && report.error.kind === 'problem' && report.error.status === 404;
  if (!report.ok && !nothing) return failed(troubleText(report.error));
  const found = ground.value.value;
  return ok({ session, ground: found, against: againstOf(found, me.agency), inForce: report.ok ? report.value.value : null });
}
