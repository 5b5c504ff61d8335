import { ruleNamed } from '../../../../core/rules/rule-by-id.ts';

/** Problems that a file is refused as, where no rule is. */
const PROBLEM_WORDS: Readonly<Record<string, string>> = {
  'older-workbook': 'không rõ có mới hơn lần nộp hiện hành không', // what is surely older is not listed
  'emptier-workbook': 'điền ít dòng hơn lần nộp hiện hành',
};

/**
 * Why a file is refused, in a few words, by the id of a rule or problem; its findings tell more when it is chosen again. One of a later
 * release is told by its id.
 */
export const refusalWord = (id: string): string => ruleNamed(id)?.refusal ?? PROBLEM_WORDS[id] ?? `lỗi khác (${id})`;
