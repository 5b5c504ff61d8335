import { SETTING_WORDS } from '../../measures/setting-words.ts';
import type { ColumnWords } from './column-words.ts';
import { AGENCY_LIST_WORDS } from './words/agencies.ts';
import { INDICATOR_ROW_WORDS } from './words/indicators.ts';
import { LIST_WORDS } from './words/lists.ts';
import { PLAN_WORDS } from './words/plan.ts';
import { TASK_ROW_WORDS } from './words/tasks.ts';

const below = (list: string, words: Readonly<Record<string, ColumnWords>>): [string, ColumnWords][] =>
  Object.entries(words).map(([path, one]) => [`${list}.${path}`, one]);

/** The plan workbook's words for everything that a plan and its agencies say, by list and path. What has none stands under its own name. */
export const BOOK_WORDS: ReadonlyMap<string, ColumnWords> = new Map([
  ...Object.entries(PLAN_WORDS),
  ...Object.entries(LIST_WORDS).flatMap(([list, words]) => below(list, words)),
  ...below('indicators', INDICATOR_ROW_WORDS),
  ...below('indicators.measure', SETTING_WORDS),
  ...below('tasks', TASK_ROW_WORDS),
  ...below('agencies', AGENCY_LIST_WORDS),
]);
