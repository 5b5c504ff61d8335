import { failed, ok, type Result } from '../../core/result.ts';
import { type ApiTrouble, askedPauseMs, isPassing, troubleText } from '../api/trouble.ts';
import type { WorkbookPort } from '../excel/port.ts';
import type { Trouble } from '../excel/trouble.ts';
import { checkForm } from './check-form.ts';
import type { Delivery, ReportSituation, SendAttempt } from './form-state.ts';
import { type Sending, sendAttemptOf } from './send-attempt.ts';

/** How long until the next try where the server did not say; the `online` event is unreliable. */
const AGAIN_MS = 15_000;

/**
 * Reads and checks the whole form once more: what is sent is what stands in the workbook now. Of whoever has left meanwhile nothing is
 * noted.
 */
export async function prepare(over: ReportSituation, port: WorkbookPort, sending: Sending): Promise<Result<Delivery, Trouble>> {
  const workbook = await port.read();
  if (!workbook.ok) return failed(workbook.error);
  if (sending.isOver()) return ok({ kind: 'idle' });
  const { reading, findings } = checkForm(workbook.value, over.checkContext);
  if (!reading.report || findings.some(({ severity }) => severity === 'error'))
    return ok({ kind: 'refused', why: 'Biểu vừa thay đổi và còn lỗi. Sửa các lỗi đang nêu rồi gửi lại.' });
  return ok({ kind: 'under-way', attempt: await sendAttemptOf(reading.report, over, port, sending) });
}

/** Sends the report over the version that the person has seen; the same attempt again is the same submission. */
export async function deliver(attempt: SendAttempt): Promise<Delivery> {
  const { report, over, key } = attempt;
  const { api } = over.session;
  const answer = await api.submitReport(report, over.inForce?.version ?? null, key);
  if (answer.ok) return { kind: 'received', receipt: answer.value.value };
  const { error } = answer;
  if (isPassing(error)) return unreached(error, attempt);
  if (error.kind !== 'problem' || error.name !== 'stale-version') return { kind: 'refused', why: troubleText(error) };
  const theirs = await api.report(report.period, report.agency);
  return theirs.ok ? { kind: 'clashed', theirs: theirs.value.value } : unreached(theirs.error, attempt);
}

const unreached = (error: ApiTrouble, attempt: SendAttempt): Delivery => ({
  kind: 'unreached',
  why: troubleText(error),
  attempt,
  againAt: Date.now() + (askedPauseMs(error) ?? AGAIN_MS),
});
