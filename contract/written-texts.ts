import * as z from 'zod';

/** UTF-16 units of what somebody writes about a report or a period. */
const LONGEST_WRITTEN = 4000;

/** What a reviewer says of a row. */
export const Remark = z.string().max(LONGEST_WRITTEN);

/** Why somebody closed, reopened or changed something. */
export const Reason = z.string().max(LONGEST_WRITTEN);
