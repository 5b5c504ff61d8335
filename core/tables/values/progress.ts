import * as z from 'zod';
import { formatPercentNumber } from '../../format.ts';
import { readProgress } from '../../reading/progress.ts';
import { isEqual, type ValueKind, whatever } from '../value-kind.ts';

/** Progress in percent, 0–100; in a cell a part of one. */
export const PROGRESS_VALUE: ValueKind<number> = {
  schema: z.number().min(0).max(100),
  isFreeText: false,
  read: readProgress,
  cellValue: (percent) => percent / 100,
  display: formatPercentNumber,
  standsInForm: whatever,
  isSame: isEqual,
};
