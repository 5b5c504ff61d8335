import type { Day } from '../day.ts';

/** What a cell may hold, and the words beside it: `prompt` where it is chosen, `error` where a value is refused. */
export type InputRule = RuleKind & { readonly title: string; readonly prompt: string; readonly error: string };

/** A list of words; a number from `least` to `most` (whole or not); a day from `first` to `last`. A blank cell is always allowed. */
export type RuleKind =
  | { readonly kind: 'list'; readonly words: readonly string[] }
  | { readonly kind: 'whole' | 'decimal'; readonly least: number; readonly most: number }
  | { readonly kind: 'day'; readonly first: Day; readonly last: Day };

/** A cell in which one of these words is chosen. */
export const choiceRule = (words: readonly string[], title: string, prompt: string): InputRule => ({
  kind: 'list',
  words,
  title,
  prompt,
  error: 'Chọn một mục trong danh sách (bấm mũi tên ở cạnh ô, hoặc Alt + mũi tên xuống).',
});
