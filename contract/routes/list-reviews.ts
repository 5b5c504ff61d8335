import * as z from 'zod';
import { JSON_TYPE } from '../../core/media-types.ts';
import type { Route } from '../route.ts';
import { StatusLine } from './get-status.ts';

/** Where the review of an agency's report stands, in the rows that the caller reviews. */
export const ReviewLine = z.object({
  ...StatusLine.pick({ agency: true, state: true, version: true, at: true, by: true }).shape,
  /** Rows of the caller that the agency owes, that its report says something of, and that are accepted. */
  rowsOwed: z.int(),
  rowsSaid: z.int(),
  rowsAccepted: z.int(),
});
export type ReviewLine = z.infer<typeof ReviewLine>;

const ReviewLines = z.object({ agencies: z.array(ReviewLine) });

/** To a lead the agencies that owe one of its rows and whose reports are not its own; to a consolidator all. */
export const listReviewsRoute = {
  method: 'GET',
  path: '/periods/{period}/review',
  id: 'listReviews',
  summary: 'Tình hình thẩm định các báo cáo, theo các dòng do người gọi thẩm định',
  rights: 'leads',
  answers: { 200: { [JSON_TYPE]: ReviewLines } },
  refuses: [],
} as const satisfies Route;
