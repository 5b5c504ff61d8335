import type { Receipt } from '../../contract/receipt.ts';
import type { ReportEnvelope } from '../../contract/report-envelope.ts';
import { ok, type Result } from '../../core/result.ts';
import type { WorkbookPort } from '../excel/port.ts';
import type { Trouble } from '../excel/trouble.ts';

const NAME = 'phuluc-bien-nhan';

/** Into the workbook, for the pane when it is opened anew. */
export const keepReceipt = (port: WorkbookPort, receipt: Receipt) => port.memory.write(NAME, JSON.stringify(receipt));

/** The pane's own copy goes; the sheet that was written for people stays in the agency's file, as a printed receipt would. */
export const forgetReceipt = (port: WorkbookPort) => port.memory.write(NAME, null);

/** The receipt that the workbook keeps, if it is that of the version in force. */
export async function readReceipt(port: WorkbookPort, inForce: ReportEnvelope | null): Promise<Result<Receipt | null, Trouble>> {
  const kept = await port.memory.read(NAME);
  if (!kept.ok) return kept;
  if (kept.value === null || inForce === null) return ok(null);
  try {
    const receipt = JSON.parse(kept.value) as Receipt; // written above; a text that somebody else spoilt is none
    return ok(receipt.sha256 === inForce.sha256 && receipt.version === inForce.version ? receipt : null);
  } catch {
    return ok(null);
  }
}
