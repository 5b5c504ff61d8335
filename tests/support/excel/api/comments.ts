import { Refusal } from '../refusal.ts';
import { isRemote, type Remote } from '../remote.ts';
import type { ModelSheet } from '../sheet.ts';
import { areaOfRange } from './range.ts';

/** A sheet's comments, one a cell. */
export const commentsApi = (sheet: ModelSheet): Remote => ({
  type: 'CommentCollection',
  call: {
    Add(place, text) {
      if (!isRemote(place)) throw new Refusal('ApiNotSimulated', 'CommentCollection.add() by address');
      const { top, left } = areaOfRange(place);
      if (sheet.comments.some(({ row, column }) => row === top && column === left))
        throw new Refusal('InvalidArgument', 'the cell has a comment');
      sheet.comments.push({ row: top, column: left, text: String(text) });
      return { type: 'Comment', id: `comment-${sheet.comments.length}` };
    },
  },
});
