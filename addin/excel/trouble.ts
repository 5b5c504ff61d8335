/**
 * Why Excel did not do it. What a person should do about it (the pane says it in words):
 * - `no-answer`: Excel has not answered for long: it may still do what it was asked for; look, then try again.
 * - `structure-protected`: the workbook takes no new sheet: its structure is protected.
 * - `cell-edit-mode`: a cell is being typed in: press Enter or Esc, then try again.
 * - `protected`: the sheet is locked: nothing is written there, findings are shown in the pane alone.
 * - `gone`: the sheet or cell is no longer there: check the workbook again.
 * - `too-large`: more than Excel or the pane takes: send the file on the upload page.
 * - `not-kept`: the workbook did not keep what was to be remembered: the pane keeps it only as long as it is open.
 * - `not-supported`: this Excel is too old for it: use the upload page.
 * - `no-host`: not inside Excel: open the pane from Excel, or use the upload page.
 * - `failed`: anything else: try again, and if it stays, use the upload page.
 */
export interface Trouble {
  readonly kind: TroubleKind;
  /** The sheet concerned, where there is one. */
  readonly sheet: string | null;
  /** Excel's own words, for the log and the transcript: nothing for an official to read. */
  readonly detail: string;
}

export type TroubleKind =
  | 'no-answer'
  | 'structure-protected'
  | 'cell-edit-mode'
  | 'protected'
  | 'gone'
  | 'too-large'
  | 'not-kept'
  | 'not-supported'
  | 'no-host'
  | 'failed';

/** Whether it passes by itself: a cell is left, a busy Excel comes to rest. */
export const isPassingInExcel = ({ kind }: Trouble): boolean => kind === 'cell-edit-mode' || kind === 'no-answer';
