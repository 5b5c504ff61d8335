import type { Cell } from '../grid.ts';
import { squash } from '../text.ts';
import { answerOf, stateOf, statusOf } from '../words.ts';

/** No title, name or remark below a table is longer. */
const LONGEST = 120;
const DATED = /ngày .*tháng .*năm/i;
const DIGIT = /\p{N}/u;

/** Whether all that stands in a row is words such as close a printed table: who made it, who signs it, where and when. No figure, none of the form's words. */
export const isClosingLine = (filled: readonly Cell[]): boolean => filled.every(({ value, formula }) => !formula && isClosing(value));

function isClosing(value: Cell['value']): boolean {
  if (typeof value !== 'string' || value.length > LONGEST) return false;
  const text = squash(value);
  if (stateOf(text) ?? statusOf(text) ?? answerOf(text)) return false;
  return /\p{L}/u.test(text) && (!DIGIT.test(text) || DATED.test(text));
}
