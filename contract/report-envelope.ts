import * as z from 'zod';
import { Day } from '../core/day.ts';
import { RowId } from '../core/plan/plan.ts';
import { Report } from '../core/report.ts';
import { ReportState } from './report-state.ts';
import { Sha256 } from './sha256.ts';
import { WireFinding } from './wire-finding.ts';

/** A remark as it is told: of several reviewers one text, each under its name. `at` is empty where an earlier release did not keep it. */
const ShownRemark = z.object({ text: z.string(), by: z.string(), at: z.string(), answered: z.int().nullable() });
export type ShownRemark = z.infer<typeof ShownRemark>;

/** A version of a report and what is said of it. */
export const ReportEnvelope = z.object({
  report: Report,
  version: z.int(),
  state: ReportState,
  at: z.string(),
  by: z.string(),
  sha256: Sha256,
  /** The day on which a workbook that was taken in had come; lateness is counted from it. */
  receivedOn: Day.optional(),
  /** The person who drew it up, as the sender named them; not told to leads. */
  preparedBy: z.string().optional(),
  findings: z.array(WireFinding),
  /** What was remarked at rows when it was returned; `answered`: the version that answers it, null while none does. */
  remarks: z.partialRecord(RowId, ShownRemark),
  /** What was remarked of the report as a whole. */
  remark: ShownRemark.optional(),
  /** Rows that ask for no review: accepted in this version, or in an earlier one and unchanged since. */
  acceptedRows: z.array(RowId),
  /** Where a lead sees its rows alone. */
  partial: z.literal(true).optional(),
});
export type ReportEnvelope = z.infer<typeof ReportEnvelope>;
