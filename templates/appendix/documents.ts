import { clipText } from '../../core/clip-text.ts';
import type { RowId } from '../../core/plan/plan.ts';
import { type AnyEntry, displayedValue, inputsIn } from '../../core/tables/inputs.ts';
import { squash } from '../../core/text.ts';
import { agencyAnswers } from './answer-columns.ts';
import type { AppendixRequest } from './appendix-request.ts';

const LONGEST = 160;

/** What a task's agencies say that they issued: each document where it is a few, their number where it is many; null where none. */
export const documentsOf = (request: AppendixRequest): ((task: RowId) => string | null) =>
  agencyAnswers(request, 'tasks', { textOf: documentText, many: 'đơn vị nêu văn bản, sản phẩm' });

/** "123/QĐ-UBND ngày 05/11/2026: Ban hành …". */
const documentText = (entry: AnyEntry): string =>
  clip(
    inputsIn('tasks').reduce((named, column) => {
      const { appendix } = column;
      const text = squash(displayedValue(entry, column));
      if (text === '' || appendix === 'none' || appendix.shows !== 'document') return named;
      return `${named}${named === '' ? '' : appendix.separator}${appendix.prefix}${text}`;
    }, ''),
  );

function clip(text: string): string {
  if (text.length <= LONGEST) return text;
  const cut = clipText(text, LONGEST);
  return `${clipText(cut, Math.max(cut.lastIndexOf(' '), LONGEST - 40))}…`;
}
