import type { SheetEdit } from '../../core/adopting/sheet-edit.ts';
import type { Area, Workbook } from '../../core/grid.ts';
import type { Result } from '../../core/result.ts';
import type { Abilities } from './abilities.ts';
import type { ExcelPulse } from './excel-pulse.ts';
import type { NewSheet, WrittenSheet } from './new-sheet.ts';
import type { RefreshedTable, TableOutcome } from './refreshed-table.ts';
import type { Trouble } from './trouble.ts';

/** A cell of a sheet; row and column from 1, as in `core/grid.ts`. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** A cell of the open workbook. */
export interface WorkbookPlace extends CellPosition {
  readonly sheet: string;
}

/** Areas of one sheet. */
export interface SheetAreas {
  readonly sheet: string;
  readonly areas: readonly Area[];
}

/** What a cell holds; null where it is blank. */
export type ExcelValue = string | number | boolean | null;

/** What a cell is to hold: a number stays a number, a text is never parsed as one, null blanks the cell. */
export interface CellWrite extends WorkbookPlace {
  readonly value: ExcelValue;
  /** A number format that the cell lacks, as in en-US, and what is written where the sheet does not let it be set. */
  readonly shown?: { readonly format: string; readonly instead: ExcelValue };
}

/** A cell that was chosen in Excel, with the values of the cells of its sheet that were asked for, in that order. */
export interface ChosenCell extends WorkbookPlace {
  readonly values: readonly ExcelValue[];
}

/** A change of the workbook that the pane did not make. Events can be lost: read the whole form again before it is sent. */
export interface Edit {
  /** The areas that Excel names; empty where it only says that something changed. */
  readonly places: readonly { readonly sheet: string; readonly area: Area }[];
  /** Whether all of it came from a co-author, whose own pane answers it: read it here, but write nothing in answer. */
  readonly remote: boolean;
}

export type Unsubscribe = () => Promise<void>;

/** Small texts kept in the workbook itself (a draft, the key of a submission under way, receipts): they travel with the file. */
export interface Memory {
  /** Null where nothing is kept under this name. */
  read(name: string): Promise<Result<string | null, Trouble>>;
  /** Null forgets. Read back at once: 'not-kept' where Excel did not keep it, 'too-large' over 200 000 characters. */
  write(name: string, text: string | null): Promise<Result<null, Trouble>>;
}

/** How far edits were carried out: to their end, or up to notes that this Excel (below ExcelApi 1.18) or their sheet's protection keeps. */
export type AppliedEdits = 'whole' | 'up-to-notes';

/** The workbook as it was read. */
export interface OpenWorkbook extends Workbook {
  /** Whether Excel calculates by itself: else results of formulas may be old. */
  readonly isCalculating: boolean;
}

/** The open workbook as the pane knows it. Nothing here throws for what Excel refuses or a user can do; each call is one `Excel.run`. */
export interface WorkbookPort {
  readonly abilities: Abilities;
  /** All sheets as the server's reader would give them: hand it to `core/reading/read-report.ts`. One batch once the sheets are known. */
  read(): Promise<Result<OpenWorkbook, Trouble>>;
  /**
   * Tells of edits, pastes, fills, undo, sorting, sheets come, gone or activated, and new results of formulas: gathered until it has
   * been quiet for a moment, one call at a time (the next waits for the promise). Our own writes do not come back.
   */
  onEdit(listener: (edit: Edit) => void | Promise<void>): Promise<Result<Unsubscribe, Trouble>>;
  /**
   * Tells which cell is chosen, now (the active one, where Excel tells of it), at each choice (the top left one of an area) and when another
   * sheet comes to the front, with the cells of its sheet that `alsoRead` names, once more when one of these was written or the sheet was
   * sorted: one batch a choice, none where it names none.
   */
  onSelect(
    listener: (chosen: ChosenCell) => void,
    alsoRead?: (cell: CellPosition) => readonly CellPosition[],
  ): Promise<Result<Unsubscribe, Trouble>>;
  /**
   * Writes those cells that differ from what was last read, in one batch (a second one where a protected sheet refuses their formats);
   * gives how many of them are as asked: a cell that had to keep its format is not counted. Never touches a protection.
   */
  write(writes: readonly CellWrite[]): Promise<Result<number, Trouble>>;
  /** Brings the cell into view and chooses it. */
  select(place: WorkbookPlace): Promise<Result<null, Trouble>>;
  /** Writes a sheet of its own, in batches that Excel on the web takes; `progress` counts cells. */
  addSheet(sheet: NewSheet, progress?: (done: number, all: number) => void): Promise<Result<WrittenSheet, Trouble>>;
  /** Writes a table of ours, or brings the one that the workbook has up to date: one step of the user's undo. */
  putTable(table: RefreshedTable): Promise<Result<TableOutcome, Trouble>>;
  /** Carries out the edits in their order; the ones before a refused one stay. */
  apply(edits: readonly SheetEdit[]): Promise<Result<AppliedEdits, Trouble>>;
  /** Of the areas named those that a protected sheet has locked, so that nobody can type there. */
  lockedAmong(cells: readonly SheetAreas[]): Promise<Result<readonly SheetAreas[], Trouble>>;
  /** Opens areas of sheets that are protected, without a password, and protects them again: the user's undo is lost. */
  unlock(cells: readonly SheetAreas[]): Promise<Result<null, Trouble>>;
  /** Opens a file as a new workbook beside this one; the person saves it. */
  openAsWorkbook(file: Blob): Promise<Result<null, Trouble>>;
  /** Opens an address in the person's own browser; false where Office cannot. */
  openInBrowser(address: string): boolean;
  readonly memory: Memory;
  /** What is waited for, and how long Excel took to answer. */
  readonly pulse: ExcelPulse;
}
