import type { Result } from '../../core/result.ts';
import type { ExcelCalls } from './excel-calls.ts';
import type { Trouble } from './trouble.ts';

/** `btoa` takes letters of one byte, and `fromCharCode` not too many at once. */
const PIECE = 32_768;

/** Opens a file as a new workbook beside the one that is open. It has no name and is nowhere saved yet. */
export async function openAsWorkbook(file: Blob, excel: ExcelCalls): Promise<Result<null, Trouble>> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let letters = '';
  for (let k = 0; k < bytes.length; k += PIECE) letters += String.fromCharCode(...bytes.subarray(k, k + PIECE));
  return excel.waitFor(Excel.createWorkbook(btoa(letters)).then(() => null));
}

/** Opens an address in the person's own browser; false where Office cannot (OpenBrowserWindowApi 1.1: not on the web). */
export function openInBrowser(address: string): boolean {
  if (!Office.context.requirements.isSetSupported('OpenBrowserWindowApi', '1.1')) return false;
  Office.context.ui.openBrowserWindow(address);
  return true;
}
