import type { Me } from '../../contract/routes/get-me.ts';
import { identityLabels } from '../../core/reading/identity-labels.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import type { ApiTrouble } from '../api/trouble.ts';
import type { WorkbookPort } from '../excel/port.ts';
import type { ReportSituation } from './form-state.ts';
import { loadSituation } from './load-situation.ts';
import type { Programs, SignInAttempt } from './state.ts';

interface Entered {
  /** Null where no period was ever opened. */
  readonly situation: ReportSituation | null;
  readonly programs: Programs;
}

/** Who somebody is, what the server has of the report, and the programs that work on it. */
export async function enter({ who }: SignInAttempt, port: WorkbookPort): Promise<Result<Entered, ApiTrouble>> {
  const session = await who();
  if (!session.ok) return session;
  const situation = await loadSituation(session.value, await periodOf(port));
  if (!situation.ok) return situation;
  const programs = await loadPrograms(session.value.me).catch(() => null);
  return programs ? ok({ situation: situation.value, programs }) : failed({ kind: 'offline' });
}

/** The period that the open workbook says it is of; null where it says none or cannot be read. */
async function periodOf(port: WorkbookPort): Promise<string | null> {
  const workbook = await port.read();
  return (workbook.ok && identityLabels(workbook.value)?.period) || null;
}

/** What reads, checks and sends: loaded once somebody has signed in, so that the pane itself opens at once. */
async function loadPrograms({ roles }: Me): Promise<Programs> {
  const [{ PaneWork }, both] = await Promise.all([
    import('./pane-work.tsx'),
    roles.includes('consolidator') ? import('./consolidator/both-parts.tsx') : null,
  ]);
  return { PaneWork, BothParts: both?.BothParts ?? null };
}
