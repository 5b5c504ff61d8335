import type { Me } from '../../contract/routes/get-me.ts';
import { identityLabels } from '../../core/reading/identity-labels.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { pauseFor } from '../api/ask-until-answered.ts';
import type { ApiTrouble } from '../api/trouble.ts';
import type { WorkbookPort } from '../excel/port.ts';
import type { ReportSituation } from './form-state.ts';
import { loadSituation } from './load-situation.ts';
import type { Programs, SignInAttempt } from './state.ts';
import { isPassingInExcel } from './trouble-text.ts';

/** How long a busy Excel is left alone before it is asked again. */
const AGAIN_MS = 2000;

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
  const period = await periodOf(port, stop);
  const situation = await loadSituation(session.value, period);
  if (!situation.ok) return situation;
  const programs = await loadPrograms(session.value.me).catch(() => null);
  return programs ? ok({ situation: situation.value, programs, isForm: period !== null }) : failed({ kind: 'offline' });
}

/**
 * The period that the open workbook says it is of; null where it says none or can never be read. A busy Excel is asked until it answers:
 * guessing would check the form against another period's rules.
 */
async function periodOf(port: WorkbookPort, stop: AbortSignal): Promise<string | null> {
  for (;;) {
    const workbook = await port.read();
    if (workbook.ok) return identityLabels(workbook.value)?.period ?? null;
    if (!isPassingInExcel(workbook.error) || stop.aborted) return null;
    await pauseFor(AGAIN_MS, stop, false);
  }
}

/** What reads, checks and sends: loaded once somebody has signed in, so that the pane itself opens at once. */
async function loadPrograms({ roles }: Me): Promise<Programs> {
  const [{ PaneWork }, both] = await Promise.all([
    import('./pane-work.tsx'),
    roles.includes('consolidator') ? import('./consolidator/both-parts.tsx') : null,
  ]);
  return { PaneWork, BothParts: both?.BothParts ?? null };
}
