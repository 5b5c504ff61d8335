import * as z from 'zod';
import { readFreeText } from '../../reading/free-text.ts';
import { isEqual, type ValueKind } from '../value-kind.ts';
import { LONGEST_TEXT } from './limits.ts';

/** Whatever an agency writes, line breaks kept. */
export const FREE_TEXT: ValueKind<string> = {
  schema: z.string().max(LONGEST_TEXT),
  isFreeText: true,
  read: readFreeText,
  cellValue: (text) => text,
  display: (text) => text,
  isSame: isEqual,
};
