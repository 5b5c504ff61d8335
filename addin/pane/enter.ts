import type { Me } from '../../contract/routes/get-me.ts';
import { identityLabels } from '../../core/reading/identity-labels.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { pauseFor } from '../api/ask-until-answered.ts';
import type { ApiTrouble } from '../api/trouble.ts';
import type { WorkbookPort } from '../excel/port.ts';
import { isPassingInExcel } from '../excel/trouble.ts';
import { AGAIN_MS } from '../excel/until-excel-answers.ts';
import type { ReportSituation } from './form-state.ts';
import type { WantedReport } from './load-situation.ts';
import type { Programs, SignInAttempt } from './state.ts';

interface Entered {
  /** Null where no period was ever opened. */
  readonly situation: ReportSituation | null;
  readonly programs: Programs;
  /** Whether the open workbook says of which period it is. */
  readonly isForm: boolean;
}

/** Who somebody is, what the server has of the report, and the programs that work on it. */
export async function enter({ who }: SignInAttempt, port: WorkbookPort, stop: AbortSignal): Promise<Result<Entered, ApiTrouble>> {
  const session = await who();
  if (!session.ok) return session;
  const wanted = await reportIn(port, stop);
  const programs = await loadPrograms(session.value.me).catch(() => null);
  if (!programs) return failed({ kind: 'offline' });
  const situation = await programs.loadSituation(session.value, wanted);
  if (!situation.ok) return situation;
  return ok({ situation: situation.value, programs, isForm: wanted.period !== null });
}

/**
 * Of which period and agency the open workbook says it is; null where it says nothing or can never be read. A busy Excel is asked until it
 * answers: guessing would check the form against another period's rules.
 */
async function reportIn(port: WorkbookPort, stop: AbortSignal): Promise<WantedReport> {
  for (;;) {
    const workbook = await port.read();
    const { period = null, agency = null } = (workbook.ok && identityLabels(workbook.value)) || {};
    if (workbook.ok || !isPassingInExcel(workbook.error) || stop.aborted) return { period, agency };
    await pauseFor(AGAIN_MS, stop, false);
  }
}

/** What reads, checks and sends: loaded once somebody has signed in, so that the pane itself opens at once. */
async function loadPrograms({ roles }: Me): Promise<Programs & Pick<typeof import('./load-situation.ts'), 'loadSituation'>> {
  const [{ PaneWork }, { loadSituation }, both] = await Promise.all([
    import('./pane-work.tsx'),
    import('./load-situation.ts'),
    roles.includes('consolidator') ? import('./consolidator/both-parts.tsx') : null,
  ]);
  return { PaneWork, loadSituation, BothParts: both?.BothParts ?? null };
}
