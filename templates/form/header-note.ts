import type { Comment } from 'exceljs';
import { font, SIZE } from '../style/type.ts';

/** A note at a header: seen where the pointer rests on the cell, never printed, locked as the sheet is. */
export const headerNote = (text: string): Comment => ({
  texts: [{ font: font({ size: SIZE.table }), text }],
  protection: { locked: 'True', lockText: 'True' },
  editAs: 'absolute',
});
