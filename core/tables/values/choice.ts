import * as z from 'zod';
import { readAnswer, readLevel } from '../../reading/words.ts';
import { NO, YES } from '../../words.ts';
import { isEqual, type ValueKind } from '../value-kind.ts';

const answered = (value: boolean): string => (value ? YES : NO);

/** `Có` or `Không` in a row that asks for an answer, a level from 1 to 5 in one that asks for a level. */
export const CHOICE: ValueKind<boolean | number> = {
  schema: z.union([z.boolean(), z.int().min(1).max(5)]),
  isFreeText: false,
  read: (cell, shape) => (shape === 'answer' ? readAnswer(cell) : readLevel(cell)),
  cellValue: (value) => (typeof value === 'boolean' ? answered(value) : value),
  display: (value) => (typeof value === 'boolean' ? answered(value) : String(value)),
  isSame: isEqual,
};
