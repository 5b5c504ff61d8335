import * as z from 'zod';
import { JSON_TYPE } from '../../core/media-types.ts';
import { RowId } from '../../core/plan/plan.ts';
import { ReportState } from '../report-state.ts';
import type { Route } from '../route.ts';
import { NeededRemark } from '../written-texts.ts';

const ReviewRequest = z.strictObject({
  version: z.int().min(1),
  decision: z.enum(['accept', 'return']),
  remarks: z.partialRecord(RowId, NeededRemark).default({}),
  /** Of the report as a whole; a consolidator's alone. */
  remark: NeededRemark.optional(),
});

const ReviewAnswer = z.object({ state: ReportState });

/** Of a lead, `forbidden` also where the report is its own or holds none of its rows, or a remark is on a row that it does not lead. */
export const reviewReportRoute = {
  method: 'POST',
  path: '/periods/{period}/reports/{agency}/review',
  id: 'reviewReport',
  summary: 'Thẩm định: chấp nhận hoặc trả lại kèm ý kiến từng dòng',
  rights: 'leads',
  bodies: { [JSON_TYPE]: ReviewRequest },
  answers: { 200: { [JSON_TYPE]: ReviewAnswer } },
  refuses: ['unsupported-media-type', 'too-large', 'invalid-request', 'period-closed', 'stale-version'],
} as const satisfies Route;
