import { hasSet } from '../knobs.ts';
import { areaOf, type ExcelModel } from '../model.ts';
import { Refusal } from '../refusal.ts';
import { isRemote, type Remote } from '../remote.ts';
import type { ModelSheet } from '../sheet.ts';
import { areaOfRange } from './range.ts';

/**
 * A sheet's notes, one a cell, found by the address of their cell (Excel.NoteCollection; learn.microsoft.com, "Work with notes": a note of
 * several cells, or a second one, is an InvalidArgument). None of this is in the list of what cannot be undone ("Undo capabilities"); whether
 * it can be grouped nobody says: `knobs.ungrouped`. An Excel below ExcelApi 1.18 has none, whatever the library has ("Error handling with the
 * application-specific JavaScript APIs": ApiNotFound).
 */
export function notesApi(model: ExcelModel, sheet: ModelSheet): Remote {
  if (!hasSet(model.knobs, '1.18')) throw new Refusal('ApiNotFound', 'Worksheet.notes', 'Worksheet.notes');
  return { type: 'NoteCollection', call: noteCalls(model, sheet) };
}

const noteCalls = (model: ExcelModel, sheet: ModelSheet): NonNullable<Remote['call']> => ({
  Add(place, text) {
    const { top, left, bottom, right } = isRemote(place) ? areaOfRange(place) : areaOf(String(place));
    if (top !== bottom || left !== right) throw new Refusal('InvalidArgument', 'a note is of one cell');
    if (sheet.noteAt(top, left) !== null) throw new Refusal('InvalidArgument', 'the cell has a note');
    change(model, sheet, 'NoteCollection.add', () => sheet.putNote(top, left, String(text)));
  },
  GetItemOrNullObject(address) {
    const { top, left } = areaOf(String(address));
    return sheet.noteAt(top, left) === null ? null : noteApi(model, sheet, top, left);
  },
});

/** Height, width and visibility are not asked for: Excel on the web refuses them, with all else of that batch (issue 6198). */
const noteApi = (model: ExcelModel, sheet: ModelSheet, row: number, column: number): Remote => ({
  type: 'Note',
  get: { Content: () => sheet.noteAt(row, column) },
  set: { Content: (text) => change(model, sheet, 'Note.content', () => sheet.putNote(row, column, String(text))) },
  call: { Delete: () => change(model, sheet, 'Note.delete', () => sheet.putNote(row, column, null)) },
});

/**
 * A protected sheet takes no note, changes none and lets none go, unless it leaves the right to edit objects
 * (Excel.WorksheetProtectionOptions, allowEditObjects; support.microsoft.com, "Protect a worksheet": adding or editing notes is under "Edit
 * objects"), whether the cell is locked or not.
 */
function change(model: ExcelModel, sheet: ModelSheet, member: string, doing: () => void): void {
  sheet.need('allowEditObjects');
  if (model.undoGroup !== null && model.knobs.ungrouped.includes('notes'))
    throw new Refusal('UndoNotSupported', `${member} cannot be grouped.`, member);
  doing();
}
