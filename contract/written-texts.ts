import * as z from 'zod';
import { isBlankText } from '../core/text.ts';

/** UTF-16 units of what somebody writes about a report or a period. */
export const LONGEST_WRITTEN = 4000;

/** What a reviewer says of a row. */
export const Remark = z.string().max(LONGEST_WRITTEN);

/** Why somebody closed, reopened or changed something. */
export const Reason = z.string().max(LONGEST_WRITTEN);

/** Blanks, fillers and characters without width are no reason and no remark: nobody sees them. */
const seen = (text: z.ZodString) =>
  text
    .trim()
    .min(1, { abort: true })
    .refine((said) => !isBlankText(said), { params: { isBlank: true } });

/** The same where it must be given. Stored ones are read as they are. */
export const NeededReason = seen(Reason);
export const NeededRemark = seen(Remark);
