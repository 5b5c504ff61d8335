import type { Workbook } from '../../core/grid.ts';
import { IDENTITY } from '../../core/layout.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { squash } from '../../core/text.ts';
import { troubleText } from '../api/trouble.ts';
import { againstOf } from '../ui/against.ts';
import type { SignedIn } from '../ui/sign-in.tsx';
import type { Situation } from './state.ts';

/** The period that the workbook's hidden identity names; null where it has none. */
export function periodIn({ grids }: Workbook): string | null {
  for (const { rows } of grids.filter(({ title, hidden }) => hidden || title === IDENTITY.sheet))
    for (const { cells } of rows.slice(0, 50))
      if (squash(String(cells[0]?.value ?? '')) === IDENTITY.labels.period) return squash(String(cells[1]?.value ?? '')) || null;
  return null;
}

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
