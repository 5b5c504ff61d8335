import * as z from 'zod';
import { Receipt } from '../../contract/receipt.ts';
import { ReportState } from '../../contract/report-state.ts';
import { Sha256 } from '../../contract/sha256.ts';
import { Reason, Remark } from '../../contract/written-texts.ts';
import { openWarnings } from '../../core/findings/open-warning.ts';
import { WarnedRow, warnedRows } from '../../core/findings/warned-rows.ts';
import { AgencyId } from '../../core/plan/agency.ts';
import { Period } from '../../core/plan/period.ts';
import { RowId } from '../../core/plan/plan.ts';
import { Settings } from '../../core/plan/settings.ts';
import { Report } from '../../core/report.ts';
import { SavedTime } from '../../core/saved-time.ts';
import { StoredFinding } from './stored-finding.ts';

/** The bytes of a workbook as it was sent, which are kept beside the documents under their SHA-256. */
const KeptWorkbook = z.strictObject({ sha256: Sha256, size: z.int().min(1) });
export type KeptWorkbook = z.infer<typeof KeptWorkbook>;

/**
 * The workbook that a report came in: its name, when it was saved, where the rows stood in it, and its bytes (not kept by earlier
 * releases).
 */
export const Origin = z.strictObject({
  file: z.string().optional(),
  modified: SavedTime.optional(),
  cells: z.partialRecord(RowId, z.strictObject({ sheet: z.string(), row: z.int(), cell: z.string() })),
  workbook: KeptWorkbook.optional(),
});
export type Origin = z.infer<typeof Origin>;

/** A period's own row. `closing`: heads are being frozen; the next call goes on where a crash left it. */
export const PeriodRow = z.strictObject({
  state: z.enum(['open', 'closing', 'closed']),
  /** Completed closes; the matrix of the last one is stored under this number. */
  closes: z.int(),
  /** When the close under way or the last one took its figures. */
  asOf: z.string().nullable(),
  /** Who asked for the close under way, and why; the audit names them even when another process completes it. */
  closer: z.strictObject({ by: z.string(), reason: Reason.optional() }).optional(),
  /**
   * The close whose figures are public, and from which coverage on, in percent, with a verdict (earlier releases: always), and by which
   * plan it was judged; null for none. Absent in rows of releases whose closing published (`publishedIn`).
   */
  published: z
    .strictObject({ close: z.int().min(1), at: z.string(), leastCoverage: z.int().optional(), plan: z.string().optional() })
    .nullable()
    .optional(),
});
export type PeriodRow = z.infer<typeof PeriodRow>;

/**
 * The settings that a closed period will have once it is reopened, where an earlier one was changed meanwhile: which, and why. `settings`:
 * null where none wait any more.
 */
export const WaitingSettings = z.strictObject({ settings: Settings.nullable(), from: Period, reason: Reason });
export type WaitingSettings = z.infer<typeof WaitingSettings>;

/** What a receipt says besides the findings, which stand with the version alone. Earlier releases stored them here as well. */
export const StoredReceipt = Receipt.partial({ findings: true }).transform(({ findings: _, ...receipt }) => receipt);
export type StoredReceipt = z.infer<typeof StoredReceipt>;

/** An immutable version of an agency's report. */
export const VersionRow = z.strictObject({
  report: Report,
  receipt: StoredReceipt,
  findings: z.array(StoredFinding),
  origin: Origin.optional(),
});
export type VersionRow = z.infer<typeof VersionRow>;

/**
 * The version in force: all of it but its findings, of which only the warnings are counted: those that wait for a reason, and all of them
 * row by row. Earlier releases stored the findings here as well, and counted nothing, or only the former.
 */
const CurrentVersion = z
  .strictObject({
    ...VersionRow.shape,
    findings: VersionRow.shape.findings.optional(),
    openWarnings: z.int().optional(),
    warned: z.array(WarnedRow).optional(),
  })
  .refine(({ findings, openWarnings }) => (findings === undefined) !== (openWarnings === undefined))
  .transform(({ findings = [], openWarnings: counted, warned, ...version }) => ({
    ...version,
    openWarnings: counted ?? openWarnings(findings, version.report),
    warned: warned ?? (counted ? [{ row: null, count: counted }] : warnedRows(findings)),
  }));
export type CurrentVersion = z.infer<typeof CurrentVersion>;

/** What a reviewer remarks at a row. `by`: null in rows of earlier releases, which put all remarks of a row into one text. */
const RowRemark = z.strictObject({ by: AgencyId.nullable(), text: Remark, at: z.string().optional() });
export type RowRemark = z.infer<typeof RowRemark>;
const RowRemarks = z.union([z.array(RowRemark), Remark.transform((text): RowRemark[] => [{ by: null, text }])]);

/** An agency's report in force: all that the matrix needs, so that it is one range read. */
export const Head = z.strictObject({
  agency: AgencyId,
  state: ReportState,
  /** The close that froze it last; null before any did. A close that was undone by a reopening binds no more. */
  frozen: z.int().nullable(),
  current: CurrentVersion.nullable(),
  /** Row → what reviewers remark there, one remark each; kept until the next version. */
  remarks: z.partialRecord(RowId, RowRemarks),
  /** The same of the report as a whole. */
  remark: z.array(RowRemark).optional(),
  /** Rows accepted one by one in the version in force, or in an earlier one and unchanged since; of an accepted report all are. */
  acceptedRows: z.array(RowId),
  /** When it was last returned; a reminder follows. */
  returnedAt: z.string().optional(),
  /** Until when the versions sent so far are paid for, under either quota (version-quota.ts). */
  paidUntil: z.string().optional(),
  dayPaidUntil: z.string().optional(),
  /** Bytes of all the agency's workbooks that are kept, each counted once (keep-workbook.ts). */
  workbookBytes: z.int().optional(),
  /** What stood here could not be read: versions are there, none is in force, and the agency can send anew. */
  unreadable: z.literal(true).optional(),
});
export type Head = z.infer<typeof Head>;

/** What was remarked of a version that was returned, and the version that answered it. */
export const AnsweredRow = z.strictObject({
  answered: z.int().min(1),
  remarks: Head.shape.remarks,
  remark: Head.shape.remark,
});
export type AnsweredRow = z.infer<typeof AnsweredRow>;

/**
 * Whether a report takes no more: its period is not open, or the close to come has frozen it. To be asked of a period that was read
 * AFTER the head: then a commit under the head's tag is either counted by any close that comes between, or fails. (The number in
 * the head alone would do too; a commit into a closed period must not hang on one line.)
 */
export const isFrozen = (head: Head | null, { state, closes }: PeriodRow): boolean => state !== 'open' || (head?.frozen ?? 0) > closes;

/**
 * An idempotency key that was used, and the version that it made: the same body again finds its receipt, which earlier releases stored
 * here.
 */
export const KeyRow = z
  .strictObject({ body: z.string(), version: z.int().min(1).optional(), receipt: Receipt.optional() })
  .transform(({ body, version, receipt }) => ({ body, version: version ?? receipt?.version ?? 0 }))
  .refine(({ version }) => version > 0);
export type KeyRow = z.infer<typeof KeyRow>;

/** That a report with this hash was received: its newest version, and whether it is the one in force. Whoever holds the hash may know. */
export const ProofRow = z.strictObject({ version: z.int(), at: z.string(), inForce: z.boolean() });
export type ProofRow = z.infer<typeof ProofRow>;

/** The version that a receipt's number stands for: whoever has the receipt may know. */
export const ReceiptNumberRow = z.strictObject({ version: z.int().min(1), at: z.string(), sha256: Sha256 });
export type ReceiptNumberRow = z.infer<typeof ReceiptNumberRow>;

/** That every version of a period has its proof, and where it says so its receipt's number a row. */
export const ProofsRow = z.strictObject({ numbers: z.literal(true).optional() });
export type ProofsRow = z.infer<typeof ProofsRow>;

/** That a version names a kept workbook: what no such row names is swept. `version`: the first that did. */
export const WorkbookRow = z.strictObject({ version: z.int().min(1), size: z.int() });
export type WorkbookRow = z.infer<typeof WorkbookRow>;

/** A partition holds one period of one plan; its key bears no character that Table Storage or one of its clients trips over. */
export const partitionOf = (plan: string, period: Period): string => `${encodeURIComponent(plan).replaceAll('%', '=')}|${period}`;

/** The plan of such a partition; null for one of another kind. */
export function planOfPartition(partition: string): string | null {
  const [plan, ...period] = partition.split('|');
  return plan === undefined || period.length !== 1 ? null : decoded(plan);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name.replaceAll('=', '%'));
  } catch {
    return name; // no server of ours wrote it
  }
}

export const PERIOD_ROW = 'period';
export const SETTINGS_ROW = 'settings';
export const WAITING_SETTINGS_ROW = 'settings-waiting';
/** Stands where every version has its proof: stores from before there were proofs lack it (`ProofsRow`). */
export const PROOFS_ROW = 'proofs';
export const HEADS = 'head|';
export const AUDIT = 'audit|';
export const VERSIONS = 'version|';
export const KEYS = 'key|';
export const PROOFS = 'proof|';
export const RECEIPT_NUMBERS = 'receipt|';
export const ANSWERED = 'answered|';
export const WORKBOOKS = 'workbook|';
export const headRow = (agency: AgencyId): string => `${HEADS}${agency}`;
export const versionsOf = (agency: AgencyId): string => `${VERSIONS}${agency}|`;
/** The quotas of versions let nobody come near: six digits sort as their numbers do. */
export const MOST_VERSIONS = 999_999;
export const versionRow = (agency: AgencyId, version: number): string => `${versionsOf(agency)}${String(version).padStart(6, '0')}`;
export const answeredRow = (agency: AgencyId, version: number): string => `${ANSWERED}${agency}|${String(version).padStart(6, '0')}`;
/** Idempotency keys are text of the client's choice: a row key holds only their digest. */
export const keyRow = (agency: AgencyId, digest: string): string => `${KEYS}${agency}|${digest}`;
export const proofsOf = (agency: AgencyId): string => `${PROOFS}${agency}|`;
export const proofRow = (agency: AgencyId, sha256: string): string => `${proofsOf(agency)}${sha256}`;
export const receiptNumberRow = (agency: AgencyId, number: string): string => `${RECEIPT_NUMBERS}${agency}|${number}`;
export const workbookRow = (agency: AgencyId, sha256: string): string => `${WORKBOOKS}${agency}|${sha256}`;
/** In the order of time; the nonce keeps entries of one moment apart. */
export const auditRow = (at: Date, nonce: string): string => `${AUDIT}${at.toISOString()}|${nonce}`;
