import type { IndicatorState } from './tables/indicators/state.ts';
import type { Status } from './tables/tasks/status.ts';
import { matchKey } from './text.ts';

/** The words of the form's drop-down lists, in their order (contract, "The form"). */
export const STATE_WORDS = {
  reported: 'Có số liệu',
  'nothing-arose': 'Không phát sinh',
  'no-figure': 'Chưa có số liệu',
} as const satisfies Record<IndicatorState, string>;

export const STATUS_WORDS = {
  'not-started': 'Chưa triển khai',
  'in-progress': 'Đang thực hiện',
  done: 'Hoàn thành',
  'awaiting-guidance': 'Chờ hướng dẫn',
  'not-relevant': 'Không liên quan',
} as const satisfies Record<Status, string>;

export const YES = 'Có';
export const NO = 'Không';
/** A stated value as its cell holds it: an answer as its word. */
export const cellValue = (value: boolean | number): string | number => (typeof value === 'boolean' ? (value ? YES : NO) : value);
/** How many levels there are where a measure does not say otherwise, and at most: one digit each. */
export const USUAL_LEVELS = 5;
export const MOST_OWN_LEVELS = 9;

/** Levels from 1 up, as they are written. */
export const levelsTo = (highest: number): string[] => Array.from({ length: highest }, (_, k) => String(k + 1));

/** Finds the meaning of a typed word whatever its case, spacing, closing stop or Unicode form; null when it is another word. */
function reader<T extends string>(words: Record<T, string>): (text: string) => T | null {
  const meanings = new Map((Object.keys(words) as T[]).map((meaning) => [matchKey(words[meaning]), meaning])); // keys of T are T
  return (text) => meanings.get(matchKey(text)) ?? null;
}

export const stateOf = reader<IndicatorState>(STATE_WORDS);
export const statusOf = reader<Status>(STATUS_WORDS);
export const answerOf = reader<'yes' | 'no'>({ yes: YES, no: NO });
