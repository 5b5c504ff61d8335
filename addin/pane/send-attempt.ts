import type { Report } from '../../core/report.ts';
import type { WorkbookPort } from '../excel/port.ts';
import { newIdempotencyKey, sha256Hex } from '../ui/digest.ts';
import type { ReportSituation, SendAttempt } from './form-state.ts';

const NAME = 'phuluc-dang-gui';

type Kept = Pick<SendAttempt, 'content' | 'key'>;

export interface Sending {
  readonly before: SendAttempt | null;
  /** Whether whoever sends has left meanwhile: of them nothing is noted in the workbook. */
  readonly isOver: () => boolean;
}

/**
 * A report on its way over the version that the person has seen. The same content keeps its key, so that a lost answer costs no second
 * version: the key that the workbook keeps, also from before the pane was shut, or that of the attempt `before` where the workbook
 * keeps nothing.
 */
export async function sendAttemptOf(
  report: Report,
  over: ReportSituation,
  port: WorkbookPort,
  { before, isOver }: Sending,
): Promise<SendAttempt> {
  const content = sha256Hex(`${over.inForce?.version ?? null}|${JSON.stringify(report)}`);
  const kept = await port.memory.read(NAME);
  const known = (kept.ok && kept.value !== null ? keptIn(kept.value) : null) ?? before;
  if (known?.content === content) return { report, over, content, key: known.key };
  const key = newIdempotencyKey();
  // Written later it would come behind the forgetting.
  if (!isOver()) await port.memory.write(NAME, JSON.stringify({ content, key } satisfies Kept));
  return { report, over, content, key };
}

/** The workbook forgets what was under way. */
export const forgetSendAttempt = (port: WorkbookPort) => port.memory.write(NAME, null);

/** What was written above; a text that somebody else spoilt in the workbook is none. */
function keptIn(text: string): Kept | null {
  try {
    return JSON.parse(text) as Kept;
  } catch {
    return null;
  }
}
