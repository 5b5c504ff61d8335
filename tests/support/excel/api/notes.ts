import { Refusal } from '../refusal.ts';
import { isRemote, type Remote } from '../remote.ts';
import type { ModelSheet } from '../sheet.ts';
import { areaOfRange } from './range.ts';

/** A sheet's notes, one a cell (learn.microsoft.com, "Work with notes": adding a second one is an InvalidArgument). */
export const notesApi = (sheet: ModelSheet): Remote => ({
  type: 'NoteCollection',
  call: {
    Add(place, text) {
      if (!isRemote(place)) throw new Refusal('ApiNotSimulated', 'NoteCollection.add() by address');
      const { top, left } = areaOfRange(place);
      if (sheet.notes.some(({ row, column }) => row === top && column === left))
        throw new Refusal('InvalidArgument', 'the cell has a note');
      sheet.notes.push({ row: top, column: left, text: String(text) });
      return undefined;
    },
  },
});
