import type { Report } from '../../core/report.ts';
import { type ApiTrouble, askedPauseMs, isPassing, troubleText } from '../api/trouble.ts';
import type { WorkbookPort } from '../excel/port.ts';
import { newIdempotencyKey, sha256Hex } from '../ui/digest.ts';
import type { Sending, Situation } from './state.ts';

const UNDER_WAY = 'phuluc-dang-gui';
/** How long until the next try where the server did not say; `online` is told by no means always. */
const AGAIN_MS = 15_000;

interface UnderWay {
  readonly content: string;
  readonly key: string;
}

/** What was written below; a text that somebody else spoilt in the workbook is none. */
function underWay(text: string): UnderWay | null {
  try {
    return JSON.parse(text) as UnderWay;
  } catch {
    return null;
  }
}

/** For an Excel that keeps nothing in the workbook: then the key lasts as long as the pane. */
let last: UnderWay | null = null;

/** The idempotency key of a content: the one kept in the workbook where the same content was under way before, so that a lost answer costs no second version. */
async function keyFor(content: string, port: WorkbookPort): Promise<string> {
  const kept = await port.memory.read(UNDER_WAY);
  const before = (kept.ok && kept.value !== null ? underWay(kept.value) : null) ?? last;
  if (before?.content === content) return before.key;
  last = { content, key: newIdempotencyKey() };
  await port.memory.write(UNDER_WAY, JSON.stringify(last));
  return last.key;
}

/** Sends the report over the version that the person has seen; the same content again is the same submission. */
export async function send(report: Report, over: Situation, port: WorkbookPort): Promise<Sending> {
  const version = over.inForce?.version ?? null;
  const key = await keyFor(sha256Hex(`${version}|${JSON.stringify(report)}`), port);
  const { api } = over.session;
  const answer = await api.submitReport(report, version, key);
  if (answer.ok) return { kind: 'received', receipt: answer.value.value };
  const { error } = answer;
  if (isPassing(error)) return unreached(error, report, over);
  if (error.kind !== 'problem' || error.name !== 'stale-version') return { kind: 'refused', why: troubleText(error) };
  const theirs = await api.report(report.period, report.agency);
  return theirs.ok ? { kind: 'clashed', theirs: theirs.value.value } : unreached(theirs.error, report, over);
}

const unreached = (error: ApiTrouble, report: Report, over: Situation): Sending => ({
  kind: 'unreached',
  why: troubleText(error),
  report,
  over,
  againAt: Date.now() + (askedPauseMs(error) ?? AGAIN_MS),
});

/** The workbook and the pane forget what was under way. */
export async function forgetUnderWay(port: WorkbookPort): Promise<void> {
  last = null;
  await port.memory.write(UNDER_WAY, null);
}
