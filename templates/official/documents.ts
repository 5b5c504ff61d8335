import type { RowId } from '../../core/plan/plan.ts';
import { type DocumentDetail, namedDocument } from '../../core/report-text/named-document.ts';
import { type AgencyAnswer, agencyAnswers } from './agency-answers.ts';
import type { OfficialRequest } from './official-request.ts';

/** What a task's agencies say that they issued. */
export const documentsOf = (
  request: Pick<OfficialRequest, 'obligations' | 'reports'>,
  detail: DocumentDetail,
): ((task: RowId) => AgencyAnswer[]) => agencyAnswers(request, 'tasks', (entry) => namedDocument(entry, detail));
