import * as z from 'zod';
import { JSON_TYPE } from '../../core/media-types.ts';
import { AgencyId } from '../../core/plan/agency.ts';
import { RowId } from '../../core/plan/plan.ts';
import { PROBLEM_NAMES } from '../problems.ts';
import { ReportState } from '../report-state.ts';
import type { Route } from '../route.ts';
import { NeededRemark } from '../written-texts.ts';

/** As many as a country's agencies at once. */
const MOST_REPORTS = 5_000;

const ManyReviewed = z.strictObject({
  decision: z.enum(['accept', 'return']),
  reports: z
    .array(z.strictObject({ agency: AgencyId, version: z.int().min(1) }))
    .min(1)
    .max(MOST_REPORTS),
  /** Of each report as a whole, where they are returned; of one row where `row` names it. A lead's stands at a row that it leads. */
  remark: NeededRemark.optional(),
  row: RowId.optional(),
});

/** What became of each report, in the order in which they were asked for: its state, or why it was not reviewed. */
const ReviewedReports = z.object({
  reports: z.array(
    z.union([
      z.object({ agency: z.string(), state: ReportState }),
      z.object({ agency: z.string(), problem: z.enum(PROBLEM_NAMES), detail: z.string() }),
    ]),
  ),
});
export type ReviewedReports = z.infer<typeof ReviewedReports>;

export const reviewManyRoute = {
  method: 'POST',
  path: '/periods/{period}/review/bulk',
  id: 'reviewMany',
  summary: 'Chấp nhận hoặc trả lại nhiều báo cáo cùng lúc, kèm một ý kiến chung',
  rights: 'leads',
  bodies: { [JSON_TYPE]: ManyReviewed },
  answers: { 200: { [JSON_TYPE]: ReviewedReports } },
  refuses: ['unsupported-media-type', 'too-large', 'invalid-request'],
} as const satisfies Route;
