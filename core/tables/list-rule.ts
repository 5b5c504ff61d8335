import type { InputRule } from '../form/input-rule.ts';

/** Words to choose from in a drop-down list; any other is refused. */
export const listRule = (title: string, words: readonly string[], prompt: string): InputRule => ({
  kind: 'list',
  words,
  title,
  prompt,
  error: 'Chọn một mục trong danh sách (bấm mũi tên ở cạnh ô, hoặc Alt + mũi tên xuống).',
});
