import * as z from 'zod';
import { JSON_TYPE } from '../../core/media-types.ts';
import type { Route } from '../route.ts';
import { StatusLine } from './get-status.ts';

/** Where the review of an agency's report stands, in the rows that the caller reviews. */
export const ReviewLine = z.object({
  ...StatusLine.pick({ agency: true, state: true, version: true, at: true, by: true }).shape,
  /** Rows of the caller that the agency must answer, as in the status, and how many of them its report says something of. */
  rowsOwed: z.int(),
  rowsFilled: z.int(),
  /** Rows of the caller that the report says something of, also those that the agency need not answer, and that are accepted. */
  rowsSaid: z.int(),
  rowsAccepted: z.int(),
  /** As in the status, at rows of the caller alone. */
  warnings: z.int(),
});
export type ReviewLine = z.infer<typeof ReviewLine>;

const ReviewLines = z.object({ agencies: z.array(ReviewLine) });

/** To a lead the agencies that owe one of its rows, or say something of one, and whose reports are not its own; to a consolidator all. */
export const listReviewsRoute = {
  method: 'GET',
  path: '/periods/{period}/review',
  id: 'listReviews',
  summary: 'Tình hình thẩm định các báo cáo, theo các dòng do người gọi thẩm định',
  rights: 'leads',
  answers: { 200: { [JSON_TYPE]: ReviewLines } },
  refuses: [],
} as const satisfies Route;
