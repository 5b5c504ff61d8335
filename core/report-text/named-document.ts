import { clipText } from '../clip-text.ts';
import { type AnyEntry, displayedValue, inputsIn } from '../tables/inputs.ts';
import { squash } from '../text.ts';

const LONGEST = 160;

/** Whether all parts of a document are told, or what names it alone. */
export type DocumentDetail = 'whole' | 'brief';

/** "123/QĐ-UBND ngày 05/11/2026: Ban hành …"; in brief without what it is about. */
export const namedDocument = (entry: AnyEntry, detail: DocumentDetail): string =>
  clip(
    inputsIn('tasks').reduce((named, column) => {
      const { appendix } = column;
      if (appendix === 'none' || appendix.shows !== 'document') return named;
      if (detail === 'brief' && appendix.inBrief === 'alone' && named !== '') return named;
      const text = squash(displayedValue(entry, column));
      if (text === '') return named;
      return `${named}${named === '' ? '' : appendix.separator}${appendix.prefix}${text}`;
    }, ''),
  );

function clip(text: string): string {
  if (text.length <= LONGEST) return text;
  const cut = clipText(text, LONGEST);
  return `${clipText(cut, Math.max(cut.lastIndexOf(' '), LONGEST - 40))}…`;
}
