import * as z from 'zod';
import { choose } from '../fixing/choose.ts';
import { filled } from '../form/condition.ts';
import { matchKey, squash } from '../text.ts';
import { quotedList } from '../wording/in-sentences.ts';
import { levelsTo, MOST_OWN_LEVELS, STATUS_WORDS, USUAL_LEVELS } from '../words.ts';
import { NO_FACTS, none, rule } from './rule.ts';

/** Cells that are chosen from a list. */
const OF_WORD = { severity: 'error', stage: 'cell', setting: none, reason: none, check: none } as const;

export const wordUnknown = rule({
  ...OF_WORD,
  id: 'word-unknown',
  facts: z.strictObject({ text: z.string(), choices: z.array(z.string()).readonly() }),
  sentence: ({ text, choices }, { column }) => `${column} “${text}” không có trong danh sách. Chọn một trong: ${quotedList(choices)}.`,
  refusal: 'tình trạng ghi không đúng danh mục',
  /** All words of the list, those with the same letters as the typed one first. */
  fixes: ({ text, choices }, place) => {
    const typed = letters(text);
    const alike = choices.filter((word) => letters(word) === typed);
    return [...alike, ...choices.filter((word) => !alike.includes(word))].map((word) => choose(word, place));
  },
  live: 'unread-cell',
});

/** Letters alone: without marks, blanks and capitals, as a hurried hand types. */
const letters = (text: string): string =>
  matchKey(text)
    .normalize('NFD')
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]/gu, '');

const LEVEL = /^(?:cấp độ|cấp|mức độ|mức) ?(\d)$/u;

export const levelUnknown = rule({
  ...OF_WORD,
  id: 'level-unknown',
  /** `highest`: where there are not the usual ones. */
  facts: z.strictObject({ text: z.string(), highest: z.int().optional() }),
  sentence: ({ text, highest = USUAL_LEVELS }, { column }) => `${column} “${text}” không phải cấp độ. Nhập một số từ 1 đến ${highest}.`,
  refusal: 'mức độ không đọc được',
  /** `Cấp độ 3` is level 3. */
  fixes: ({ text, highest = USUAL_LEVELS }, { here }) => {
    const level = levelsTo(Math.min(highest, MOST_OWN_LEVELS)).find((one) => one === LEVEL.exec(squash(text).toLowerCase())?.[1]);
    return level === undefined ? [] : [{ kind: 'as-number', number: Number(level), changes: [here(Number(level))] }];
  },
  live: 'unread-cell',
});

/** A task with a progress or a document, but without its status. */
export const statusNeeded = rule({
  ...OF_WORD,
  id: 'status-needed',
  facts: NO_FACTS,
  sentence: () => 'Dòng có tiến độ hoặc văn bản nhưng chưa chọn Tình trạng. Chọn tình trạng thực hiện.',
  refusal: 'thiếu tình trạng',
  fixes: (_, place) => Object.values(STATUS_WORDS).map((word) => choose(word, place)),
  live: ({ table }, { answers }) =>
    table === 'tasks' ? [{ at: 'no-status', when: filled(...answers), says: '✕ Chọn Tình trạng của nhiệm vụ.' }] : [],
});
