import * as z from 'zod';
import { formatCount } from '../../format.ts';
import { MOST_COUNTED } from '../../limits.ts';
import { readCount } from '../../reading/count.ts';
import { isEqual, type ValueKind, whatever } from '../value-kind.ts';

/** A whole number from 0. */
export const COUNT_VALUE: ValueKind<number> = {
  schema: z.int().min(0).max(MOST_COUNTED),
  isFreeText: false,
  read: readCount,
  cellValue: (count) => count,
  display: formatCount,
  standsInForm: whatever,
  isSame: isEqual,
};
