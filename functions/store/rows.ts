import * as z from 'zod';
import { Receipt } from '../../contract/receipt.ts';
import { ReportState } from '../../contract/report-state.ts';
import { WireFinding } from '../../contract/wire-finding.ts';
import { Reason, Remark } from '../../contract/written-texts.ts';
import { AgencyId } from '../../core/agency.ts';
import { type Period, RowId } from '../../core/plan.ts';
import { Report } from '../../core/report.ts';
import { SavedTime } from '../../core/saved-time.ts';

/** The workbook that a report came in: its name, when it was saved, and where the rows stood in it. */
export const Origin = z.strictObject({
  file: z.string().optional(),
  modified: SavedTime.optional(),
  cells: z.partialRecord(RowId, z.strictObject({ sheet: z.string(), row: z.int(), cell: z.string() })),
});
export type Origin = z.infer<typeof Origin>;

/** A period's own row. `closing`: heads are being frozen; the next call goes on where a crash left it. */
export const PeriodRow = z.strictObject({
  state: z.enum(['open', 'closing', 'closed']),
  /** Completed closes; the matrix of the last one is stored under this number. */
  closes: z.int(),
  /** When the close under way or the last one took its figures. */
  asOf: z.string().nullable(),
  /** Who asked for the close under way, and why; the audit names them, whoever completes it. */
  closer: z.strictObject({ by: z.string(), reason: Reason.optional() }).optional(),
  /** The close whose figures are public; null for none. Absent in rows of releases whose closing published (`publishedIn`). */
  published: z
    .strictObject({ close: z.int().min(1), at: z.string() })
    .nullable()
    .optional(),
});
export type PeriodRow = z.infer<typeof PeriodRow>;

/** An immutable version of an agency's report. */
export const VersionRow = z.strictObject({
  report: Report,
  receipt: Receipt,
  findings: z.array(WireFinding),
  origin: Origin.optional(),
});
export type VersionRow = z.infer<typeof VersionRow>;

/** An agency's report in force: all that the matrix needs, so that it is one range read. */
export const Head = z.strictObject({
  agency: AgencyId,
  state: ReportState,
  /** The close that froze it last; null before any did. A close that was undone by a reopening binds no more. */
  frozen: z.int().nullable(),
  current: VersionRow.nullable(),
  /** Row → remark of the last return; kept until the next version. */
  remarks: z.partialRecord(RowId, Remark),
  /** Rows accepted one by one in the version in force, or in an earlier one and unchanged since; of an accepted report all are. */
  acceptedRows: z.array(RowId),
  /** When it was last returned; a reminder follows. */
  returnedAt: z.string().optional(),
  /** Until when the versions sent so far are paid for (version-quota.ts). */
  paidUntil: z.string().optional(),
  /** What stood here could not be read: versions are there, none is in force, and the agency can send anew. */
  unreadable: z.literal(true).optional(),
});
export type Head = z.infer<typeof Head>;

/**
 * Whether a report takes no more: its period is not open, or the close to come has frozen it. To be asked of a period that was read
 * AFTER the head: then a commit under the head's tag is either counted by any close that comes between, or fails. (The number in
 * the head alone would do too; a commit into a closed period must not hang on one line.)
 */
export const isFrozen = (head: Head | null, { state, closes }: PeriodRow): boolean => state !== 'open' || (head?.frozen ?? 0) > closes;

/** An idempotency key that was used: the same body again finds its receipt. */
export const KeyRow = z.strictObject({ body: z.string(), receipt: Receipt });
export type KeyRow = z.infer<typeof KeyRow>;

/** That a report with this hash was received: its newest version, and whether it is the one in force. Whoever holds the hash may know. */
export const ProofRow = z.strictObject({ version: z.int(), at: z.string(), inForce: z.boolean() });
export type ProofRow = z.infer<typeof ProofRow>;

/** A partition holds one period of one plan; its key bears no character that Table Storage or one of its clients trips over. */
export const partitionOf = (plan: string, period: Period): string => `${encodeURIComponent(plan).replaceAll('%', '=')}|${period}`;

export const PERIOD_ROW = 'period';
export const SETTINGS_ROW = 'settings';
/** Stands where every version has its proof: stores from before there were proofs lack it. */
export const PROOFS_ROW = 'proofs';
export const HEADS = 'head|';
export const AUDIT = 'audit|';
export const VERSIONS = 'version|';
export const KEYS = 'key|';
export const PROOFS = 'proof|';
export const headRow = (agency: AgencyId): string => `${HEADS}${agency}`;
export const versionsOf = (agency: AgencyId): string => `${VERSIONS}${agency}|`;
export const versionRow = (agency: AgencyId, version: number): string => `${versionsOf(agency)}${String(version).padStart(6, '0')}`;
/** Keys are the client's own words: only their digest stands in a row key. */
export const keyRow = (agency: AgencyId, digest: string): string => `${KEYS}${agency}|${digest}`;
export const proofRow = (agency: AgencyId, sha256: string): string => `${PROOFS}${agency}|${sha256}`;
/** In the order of time; the nonce keeps entries of one moment apart. */
export const auditRow = (at: Date, nonce: string): string => `${AUDIT}${at.toISOString()}|${nonce}`;
