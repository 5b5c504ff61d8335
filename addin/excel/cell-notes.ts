import type { NoteText, SheetEdit } from '../../core/adopting/sheet-edit.ts';
import { cellName } from '../../core/grid.ts';
import { MOST_LETTERS_A_BATCH } from './batch-letters.ts';
import { isRefusedByProtection } from './excel-trouble.ts';
import type { NewSheet } from './new-sheet.ts';

/** Beside its letters a note takes some 300 bytes of a batch. */
const MOST_NOTES_A_BATCH = 3000;

/** Notes of a sheet that has none yet. Syncs only where a batch would grow too large: the last sync is the caller's. */
export async function addCellNotes(sheet: Excel.Worksheet, notes: NewSheet['notes']): Promise<void> {
  for (const [k, part] of batchesOf(notes).entries()) {
    if (k > 0) await sheet.context.sync();
    for (const { row, column, text } of part) sheet.notes.add(cellName(row, column), text);
  }
}

/**
 * Makes the notes of cells say what they are to say beside what somebody wrote into them: what stands there is asked for first, and only what
 * differs is written. False where the sheet's protection does not let its notes be changed. Syncs by itself, before and after.
 */
export async function refreshNotes(sheet: Excel.Worksheet, { renewed, notes }: Extract<SheetEdit, { kind: 'notes' }>): Promise<boolean> {
  const standing = new Map<NoteText, Excel.Note>();
  for (const part of batchesOf(notes)) {
    // Nothing but the text: Excel on the web refuses to give a note's size (OfficeDev/office-js issue 6198).
    for (const one of part) standing.set(one, sheet.notes.getItemOrNullObject(cellName(one.row, one.column)).load('content'));
    await sheet.context.sync();
  }
  const differing = notes.flatMap((one): StandingNote[] => {
    const note = standing.get(one);
    if (!note || note.isNullObject) return one.text === null ? [] : [{ ...one, note: null }];
    const text = renewed(note.content, one.text);
    return text === note.content ? [] : [{ ...one, text, note }];
  });
  try {
    for (const part of batchesOf(differing)) {
      for (const one of part) setNote(sheet, one);
      await sheet.context.sync();
    }
    return true;
  } catch (error) {
    if (isRefusedByProtection(error)) return false;
    throw error;
  }
}

/** What a note is to say; null where the cell has none yet. */
interface StandingNote extends NoteText {
  readonly note: Excel.Note | null;
}

function setNote(sheet: Excel.Worksheet, { row, column, text, note }: StandingNote): void {
  if (!note) sheet.notes.add(cellName(row, column), text ?? '');
  else if (text === null) note.delete();
  else note.content = text;
}

/** Notes in parts that a batch takes. */
function batchesOf<T extends NoteText>(notes: readonly T[]): T[][] {
  const batches: T[][] = [];
  let letters = 0;
  for (const note of notes) {
    letters += note.text?.length ?? 0;
    const last = batches.at(-1);
    if (last && last.length < MOST_NOTES_A_BATCH && letters <= MOST_LETTERS_A_BATCH) last.push(note);
    else {
      batches.push([note]);
      letters = note.text?.length ?? 0;
    }
  }
  return batches;
}
