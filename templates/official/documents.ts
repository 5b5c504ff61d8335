import { clipText } from '../../core/clip-text.ts';
import type { RowId } from '../../core/plan/plan.ts';
import { type AnyEntry, displayedValue, inputsIn } from '../../core/tables/inputs.ts';
import { squash } from '../../core/text.ts';
import { type AgencyAnswer, agencyAnswers } from './agency-answers.ts';
import type { OfficialRequest } from './official-request.ts';

const LONGEST = 160;

/** Whether all parts of a document are told, or what names it alone. */
type Detail = 'whole' | 'brief';

/** What a task's agencies say that they issued. */
export const documentsOf = (request: Pick<OfficialRequest, 'obligations' | 'reports'>, detail: Detail): ((task: RowId) => AgencyAnswer[]) =>
  agencyAnswers(request, 'tasks', (entry) => namedDocument(entry, detail));

/** "123/QĐ-UBND ngày 05/11/2026: Ban hành …"; in brief without what it is about. */
export const namedDocument = (entry: AnyEntry, detail: Detail): string =>
  clip(
    inputsIn('tasks').reduce((named, column) => {
      const { appendix } = column;
      const text = squash(displayedValue(entry, column));
      if (text === '' || appendix === 'none' || appendix.shows !== 'document') return named;
      if (detail === 'brief' && appendix.inBrief === 'alone' && named !== '') return named;
      return `${named}${named === '' ? '' : appendix.separator}${appendix.prefix}${text}`;
    }, ''),
  );

function clip(text: string): string {
  if (text.length <= LONGEST) return text;
  const cut = clipText(text, LONGEST);
  return `${clipText(cut, Math.max(cut.lastIndexOf(' '), LONGEST - 40))}…`;
}
