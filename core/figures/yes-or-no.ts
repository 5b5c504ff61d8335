import * as z from 'zod';
import { saysNoneOf } from '../form/condition.ts';
import { choiceRule, type InputRule } from '../form/input-rule.ts';
import { readAnswer } from '../reading/words.ts';
import { NO, YES } from '../words.ts';
import type { ShownNumber, StatedFigure } from './figure.ts';

/** Both answers as they are chosen. */
const ANSWERS = [YES, NO];

/** Another word stands in the cell of an answer. */
export const otherAnswer = saysNoneOf('value', ANSWERS);

/** The list of a cell to choose an answer from. */
export const answerRule = (prompt: string): InputRule => choiceRule(ANSWERS, 'Giá trị', prompt);

/** The answer in a word. */
export const answerWord = ({ value }: StatedFigure): string => (value ? YES : NO);

/** What a figure says once in all rows, and in each, where its value is yes or no. */
export const YES_OR_NO = { value: z.boolean(), offers: ANSWERS } as const;

const shown = (stated: StatedFigure): ShownNumber => ({ value: answerWord(stated), format: null });

/** How a row whose value is yes or no is read and shown. */
export const ANSWERED_ROW = {
  cells: { value: readAnswer },
  decimals: null,
  text: answerWord,
  rate: () => null,
  inPane: shown,
  inMatrix: shown,
} as const;
