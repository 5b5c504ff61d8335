import type { WorkbookPort } from '../../../addin/excel/port.ts';
import type { ReportSituation } from '../../../addin/pane/form-state.ts';
import { sendAttemptOf } from '../../../addin/pane/send-attempt.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { ok } from '../../../core/result.ts';
import { aReport } from '../web/desk/a-desk.ts';

const REPORT = aReport('SNV' as AgencyId);
const OVER = { inForce: null } as ReportSituation; // nothing else of it is looked at

/** A workbook's memory; `whileRead` happens before it answers what it keeps. */
function aMemory(whileRead: () => void) {
  const kept = new Map<string, string>();
  const memory = {
    read: async (name: string) => {
      whileRead();
      return ok(kept.get(name) ?? null);
    },
    write: async (name: string, text: string) => ok(void kept.set(name, text)),
  };
  return { kept, port: { memory } as unknown as WorkbookPort };
}

test('the same report keeps its key, from the workbook', async () => {
  const { kept, port } = aMemory(() => undefined);
  const sending = { before: null, isOver: () => false };
  const first = await sendAttemptOf(REPORT, OVER, port, sending);
  expect([kept.size, (await sendAttemptOf(REPORT, OVER, port, sending)).key]).toEqual([1, first.key]);
});

test('whoever leaves while the workbook is asked what is under way leaves nothing in it', async () => {
  let isOver = false;
  const { kept, port } = aMemory(() => {
    isOver = true;
  });
  await sendAttemptOf(REPORT, OVER, port, { before: null, isOver: () => isOver });
  expect([...kept]).toEqual([]);
});
