import type { Trouble, TroubleKind } from './trouble.ts';

/** Excel's codes (learn.microsoft.com, "Error handling with the application-specific JavaScript APIs"). */
const KINDS: Readonly<Record<string, TroubleKind>> = {
  AccessDenied: 'protected',
  ItemNotFound: 'gone',
  InvalidReference: 'gone',
  RequestPayloadSizeLimitExceeded: 'too-large',
  ResponsePayloadSizeLimitExceeded: 'too-large',
  OperationCellsExceedLimit: 'too-large',
  RangeExceedsLimit: 'too-large',
  ApiNotFound: 'not-supported',
  InvalidOperationInCellEditMode: 'cell-edit-mode',
};

/** Also said of much else: only a probe tells whether a cell is being typed in. */
const PERHAPS_TYPING = 'InvalidOperation';

/** Where Excel says that a sheet could not be added. */
const ADDING = 'WorksheetCollection.add';

/** Whether an error says, surely or perhaps, that a cell is being typed in. */
export const mayBeTyping = (error: unknown): boolean =>
  error instanceof OfficeExtension.Error && (KINDS[error.code] === 'cell-edit-mode' || error.code === PERHAPS_TYPING);

/** Whether an error says that a protection does not let it be done. */
export const isRefusedByProtection = (error: unknown): boolean =>
  error instanceof OfficeExtension.Error && KINDS[error.code] === 'protected';

/**
 * What went wrong, by Excel's own code for it; `isTyping` is asked where the code leaves it open. A mistake of ours (a property read
 * before it was loaded) is no trouble: it is thrown.
 */
export async function excelTroubleOf(error: unknown, sheet: string | null, isTyping: () => Promise<boolean>): Promise<Trouble> {
  if (!(error instanceof OfficeExtension.Error) || error.code === 'PropertyNotLoaded') throw error;
  // Said of a sheet that was to be added: no cell of it is locked.
  if (error.code === 'AccessDenied' && error.debugInfo?.errorLocation === ADDING)
    return { kind: 'structure-protected', sheet, detail: `${error.code}: ${error.message}` };
  const kind = error.code === PERHAPS_TYPING && (await isTyping()) ? 'cell-edit-mode' : (KINDS[error.code] ?? 'failed');
  return { kind, sheet, detail: `${error.code}: ${error.message}` };
}
