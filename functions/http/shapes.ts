import * as z from 'zod';
import { AgencyId } from '../../core/agency.ts';
import { Day } from '../../core/day.ts';
import { Period, RowId } from '../../core/plan.ts';
import { Report } from '../../core/report.ts';
import { Settings } from '../../core/settings.ts';
import { MicrosoftSignIn } from '../identity/entra-settings.ts';
import { Finding, State } from '../reports/receipt.ts';
import { AuditEntry, Reason, Remark } from '../store/rows.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const ReportEnvelope = z.object({
  report: Report,
  version: z.int(),
  state: State,
  at: z.string(),
  by: z.string(),
  sha256: Sha256,
  /** The day on which a workbook that was taken in had come; lateness is counted from it. */
  receivedOn: Day.optional(),
  findings: z.array(Finding),
  remarks: z.partialRecord(RowId, z.string()),
  /** Rows that ask for no review: accepted in this version, or in an earlier one and unchanged since. */
  acceptedRows: z.array(RowId),
  partial: z.literal(true).optional(),
});

export const VersionList = z.object({ versions: z.array(z.object({ version: z.int(), at: z.string(), by: z.string(), sha256: Sha256 })) });

export const CheckedWorkbook = z.object({ report: Report.nullable(), findings: z.array(Finding) });

export const ReviewRequest = z.strictObject({
  version: z.int().min(1),
  decision: z.enum(['accept', 'return']),
  remarks: z.partialRecord(RowId, Remark.trim().min(1)).default({}),
});

export const ReviewAnswer = z.object({ state: State });

export const StatusList = z.object({
  agencies: z.array(
    z.object({
      agency: AgencyId,
      /** `unreadable`: what is stored of it cannot be read; it can be sent anew. */
      state: z.enum([...State.options, 'unreadable']),
      version: z.int().nullable(),
      at: z.string().nullable(),
      /** Who sent it: the agency, or the consolidator who took it in. */
      by: z.string().nullable(),
      /** When it was returned; null unless it is. */
      returnedAt: z.string().nullable(),
      /** Rows with a remark of the last return. */
      remarks: z.int(),
      acceptedRows: z.int(),
      rowsFilled: z.int(),
      rowsOwed: z.int(),
      daysLate: z.int(),
      openWarnings: z.int(),
    }),
  ),
});

export const PeriodLine = z.object({
  period: Period,
  state: z.enum(['open', 'closing', 'closed']),
  closes: z.int(),
  from: Day,
  cutOff: Day,
  deadline: Day,
  /** When the close under way or the last one took its figures. */
  asOf: z.string().nullable(),
  /** When the figures that are public were published; earlier than `asOf` where a later close is not published yet. */
  publishedAt: z.string().nullable(),
});

export const PeriodView = PeriodLine.extend({ plan: z.string(), settings: Settings.optional() });

export const CloseRequest = z.strictObject({ reason: Reason.optional() });
export const ReopenRequest = z.strictObject({ reason: Reason.trim().min(1) });
export const CloseAnswer = z.object({ state: z.literal('closed'), closes: z.int(), asOf: z.string() });
export const PublishAnswer = z.object({ closes: z.int(), asOf: z.string(), publishedAt: z.string() });
export const ReopenAnswer = z.object({ state: z.literal('open') });
export const AuditList = z.object({ entries: z.array(AuditEntry) });
export const Me = z.object({ agency: AgencyId, name: z.string(), roles: z.array(z.string()), leads: z.array(RowId) });
/** `spoilt`: rows of the store that could not be read when they were read last. */
export const Health = z.object({ status: z.literal('ok'), spoilt: z.int() });
export const ProblemDetails = z.object({ type: z.string(), title: z.string(), status: z.int(), detail: z.string(), requestId: z.string() });

/** `microsoft`: null where nobody signs in with Microsoft 365. */
export const SignInWays = z.object({ microsoft: MicrosoftSignIn.nullable() });
