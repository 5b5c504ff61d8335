import * as z from 'zod';
import { Day } from '../day.ts';
import { AgencyId } from './agency.ts';

const Line = z.string().trim().max(300);

/** How the province's report is signed and sent, as an administrator sets it. What is left out is as the plan's office usually has it. */
export const Signing = z.strictObject({
  /** The agency that issues the report; left out: the plan's own office. */
  issuer: AgencyId.optional(),
  /** The number as the register gives it, with its symbol or without; left out it stays open. */
  number: Line.optional(),
  /** The day of the report; left out it stays open. */
  day: Day.optional(),
  /** "TM. ỦY BAN NHÂN DÂN". */
  authority: Line.optional(),
  /** "KT. CHỦ TỊCH"; left out or blank: the head signs. */
  onBehalfOf: Line.optional(),
  /** "CHỦ TỊCH", "PHÓ CHỦ TỊCH". */
  title: Line.optional(),
  name: Line.optional(),
  /** Whom it is addressed to (Kính gửi); none: no such line. */
  addressees: z.array(Line.min(1)).max(20).optional(),
  /** Nơi nhận; the last line (Lưu: VT) is always there, typed or not. */
  recipients: z.array(Line.min(1)).max(40).optional(),
});
export type Signing = z.infer<typeof Signing>;
