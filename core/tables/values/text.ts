import * as z from 'zod';
import { LONGEST_TEXT } from '../../limits.ts';
import { readFreeText } from '../../reading/free-text.ts';
import { isEqual, type ValueKind, whatever } from '../value-kind.ts';

/** Whatever an agency writes, line breaks kept. */
export const TEXT_VALUE: ValueKind<string> = {
  schema: z.string().max(LONGEST_TEXT),
  isFreeText: true,
  read: readFreeText,
  cellValue: (text) => text,
  display: (text) => text,
  standsInForm: whatever,
  isSame: isEqual,
};
