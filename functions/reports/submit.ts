import { createHash } from 'node:crypto';
import type { AuditEntry } from '../../contract/audit-entry.ts';
import type { Finding } from '../../core/findings/finding.ts';
import { openWarnings } from '../../core/findings/open-warning.ts';
import { warnedRows } from '../../core/findings/warned-rows.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import type { Period } from '../../core/plan/period.ts';
import { receiptNumber } from '../../core/receipt-number.ts';
import type { Report } from '../../core/report.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { latestVersion, readHead, saysInForce } from '../store/heads.ts';
import {
  type AnsweredRow,
  answeredRow,
  auditRow,
  type CurrentVersion,
  type Head,
  headRow,
  isFrozen,
  KeyRow,
  keyRow,
  type Origin,
  PERIOD_ROW,
  PeriodRow,
  partitionOf,
  type StoredReceipt,
  type VersionRow,
  versionRow,
} from '../store/rows.ts';
import { neededValue, soundValue } from '../store/sound-row.ts';
import { type StoredFinding, storedFinding } from '../store/stored-finding.ts';
import type { Change, Entity, Table } from '../store/table.ts';
import { readVersion } from '../store/versions.ts';
import { stillAccepted } from './accepted-rows.ts';
import { workbookChanges } from './keep-workbook.ts';
import { proofChanges } from './proofs.ts';
import { leavesRoom } from './report-room.ts';
import { nextPaidUntil } from './version-quota.ts';

/** Which submission it is: whose, for what, under which key and precondition. */
export interface SubmissionCall {
  readonly plan: string;
  readonly period: Period;
  readonly agency: AgencyId;
  /** Digests of the idempotency key and of the body as it was sent. */
  readonly key: string;
  readonly body: string;
  /** The version that the sender knows to be in force; 0 for none, `any` for whatever is. */
  readonly expected: number | 'any';
}

/** A report ready to be stored: checked, without findings that block. */
export interface Submission extends SubmissionCall {
  readonly report: Report;
  readonly sha256: string;
  readonly findings: readonly Finding[];
  readonly origin?: Origin;
  readonly by: string;
  readonly at: Date;
  readonly intake: boolean;
  /** What the receipt says besides: who drew the report up; of a workbook that was taken in, when it came and what it replaces. */
  readonly taken?: Pick<StoredReceipt, 'receivedOn' | 'replaces' | 'preparedBy'>;
  /** Tells audit entries of one moment apart. */
  readonly nonce: string;
  /**
   * Keeps the bytes of the workbook that `origin` names; done before the commit that names it, so that no version names what is not there.
   */
  readonly keepWorkbook?: () => Promise<void>;
  /** The letter that tells the agency that it was received. */
  readonly letters?: (receipt: StoredReceipt) => readonly Change[];
  /** Whether it may follow what the head holds: a returned report answers its remarks. */
  readonly mayFollow?: (head: Head) => boolean;
}

export type SubmitFailure =
  | 'closed'
  | 'stale'
  | 'key-reused'
  | 'version-unreadable'
  | 'no-period'
  | 'remarks-unanswered'
  | 'too-long'
  | 'no-room'
  | 'too-many-versions'
  | 'too-many-versions-today';

/** What the receipt says, and whether it was given before. */
export interface Acknowledged {
  readonly receipt: StoredReceipt;
  readonly findings: readonly StoredFinding[];
  readonly replayed: boolean;
}

/** Rounds of a submission that does not care which version is in force; others end after one. */
const MOST_ROUNDS = 20;

/**
 * Stores a submission as ONE transaction: version, key, audit, proofs, the workbook's row and head together, the head's tag being the lock.
 * The same key with the same body gives its first receipt, also when an answer was lost or the storage's client repeated a commit that had
 * succeeded.
 */
export async function submit(table: Table, submission: Submission): Promise<Result<Acknowledged, SubmitFailure>> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const stands = await look(table, submission);
    if (!stands.ok) return stands;
    if ('receipt' in stands.value) return ok(stands.value);
    const next = versionOf(submission, stands.value.version + 1);
    const current = currentOf(next);
    if (!leavesRoom(next, current)) return failed('too-long');
    const { head } = stands.value;
    if (head && submission.mayFollow?.(head) === false) return failed('remarks-unanswered');
    // Whoever is asked to correct what was closed and reopened begins anew.
    const paid = nextPaidUntil(head?.frozen === null ? head : {}, submission.at);
    if (!paid.ok) return paid;
    const partition = partitionOf(submission.plan, submission.period);
    const kept = await workbookChanges(table, partition, next.receipt, next.origin?.workbook, head);
    if (!kept) return failed('no-room');
    if (round === 0) await submission.keepWorkbook?.();
    const before = saysInForce(head) ? (head.current?.receipt ?? null) : stands.value.version > 0 ? 'unknown' : null;
    const proofs = await proofChanges(table, partition, next.receipt, { before, again: round > 0 });
    const left = { ...paid.value, ...(kept.workbookBytes !== undefined && { workbookBytes: kept.workbookBytes }) };
    const changes = changesOf(submission, next, current, stands.value, left);
    const done = await table.commit(partition, [...changes, ...proofs, ...kept.changes, ...(submission.letters?.(next.receipt) ?? [])]);
    if (done.ok) return ok({ receipt: next.receipt, findings: next.findings, replayed: false });
    // Another commit was first: a retry of this call, another version, or the close. The next round finds out which.
  }
  return failed('stale');
}

/** The answer that a submission gets whatever its figures are: the receipt of its key, or a refusal; null where there is neither. */
export async function precheck(table: Table, call: SubmissionCall): Promise<Result<Acknowledged | null, LookFailure>> {
  const stands = await look(table, call);
  return stands.ok ? ok('receipt' in stands.value ? stands.value : null) : stands;
}

interface CommitBase {
  readonly version: number;
  readonly entity: Entity | null;
  readonly head: Head | null;
}

type LookFailure = Exclude<SubmitFailure, 'remarks-unanswered'>;

async function look(table: Table, call: SubmissionCall): Promise<Result<Acknowledged | CommitBase, LookFailure>> {
  const partition = partitionOf(call.plan, call.period);
  const used = await usedKey(table, partition, call);
  if (used) return used;
  // The head before its period, never the other way round (isFrozen).
  const found = await readHead(table, partition, call.agency);
  const period = await table.read(partition, PERIOD_ROW);
  if (!period) return failed('no-period');
  const { entity, head } = found ?? { entity: null, head: null };
  const version = await latestVersion(table, partition, call.agency, head);
  const known = !saysInForce(head) && call.expected === 0 ? version : call.expected; // the client was told that there is none
  const refusal = refusalOf(known, version, isFrozen(head, neededValue(table, partition, period, PeriodRow)));
  // Between the two reads a client's retry may already have committed this very submission: then its key is there.
  if (refusal) return (await usedKey(table, partition, call)) ?? failed(refusal);
  return ok({ version, entity, head });
}

function refusalOf(expected: SubmissionCall['expected'], version: number, frozen: boolean): 'closed' | 'stale' | null {
  if (frozen) return 'closed';
  return expected === 'any' || expected === version ? null : 'stale';
}

/** The answer for an idempotency key that was used before; if its row cannot be read, it is unknown what it was used for. */
async function usedKey(
  table: Table,
  partition: string,
  { agency, key, body }: SubmissionCall,
): Promise<Result<Acknowledged, 'key-reused' | 'version-unreadable'> | null> {
  const entity = await table.read(partition, keyRow(agency, key));
  if (!entity) return null;
  const used = soundValue(table, partition, entity, KeyRow);
  if (used?.body !== body) return failed('key-reused');
  const version = await readVersion(table, partition, agency, used.version);
  return version ? ok({ receipt: version.receipt, findings: version.findings, replayed: true }) : failed('version-unreadable');
}

function versionOf({ report, period, agency, at, by, sha256, findings, origin, taken }: Submission, version: number): VersionRow {
  const receipt = {
    id: receiptNumber({ plan: report.plan, period, agency, version, sha256 }, sha256Of),
    plan: report.plan,
    period,
    agency,
    version,
    at: at.toISOString(),
    by,
    sha256,
    ...taken,
  };
  return { report, receipt, findings: findings.map(storedFinding), ...(origin && { origin }) };
}

const sha256Of = (text: string): Uint8Array => createHash('sha256').update(text).digest();

const currentOf = ({ report, receipt, findings, origin }: VersionRow): CurrentVersion => ({
  report,
  receipt,
  openWarnings: openWarnings(findings, report),
  warned: warnedRows(findings),
  ...(origin && { origin }),
});

function changesOf(
  { agency, key, body, at, by, intake, nonce }: Submission,
  next: VersionRow,
  current: CurrentVersion,
  { entity, head: before }: CommitBase,
  left: Pick<Head, 'paidUntil' | 'dayPaidUntil' | 'workbookBytes'>,
): Change[] {
  const { version, receivedOn, replaces } = current.receipt;
  const acceptedRows = stillAccepted(before, current.report);
  const head: Head = { agency, state: 'submitted', frozen: null, current, remarks: {}, acceptedRows, ...left };
  const audit: AuditEntry = {
    at: at.toISOString(),
    by,
    action: 'submit',
    agency,
    version,
    ...(intake && { intake }),
    ...(receivedOn && { receivedOn }),
    ...(replaces && { replaces: replaces.version }),
  };
  const used: KeyRow = { body, version };
  return [
    { kind: 'insert', row: versionRow(agency, version), value: next },
    { kind: 'insert', row: keyRow(agency, key), value: used },
    { kind: 'insert', row: auditRow(at, nonce), value: audit },
    ...answeredChanges(before, version),
    entity
      ? { kind: 'replace', row: headRow(agency), etag: entity.etag, value: head }
      : { kind: 'insert', row: headRow(agency), value: head },
  ];
}

/** The remarks of the version before stay with it, answered by this one. */
function answeredChanges(before: Head | null, answered: number): Change[] {
  if (!before?.current || (Object.keys(before.remarks).length === 0 && !before.remark)) return [];
  const { remarks, remark, agency } = before;
  const value: AnsweredRow = { answered, remarks, ...(remark && { remark }) };
  return [{ kind: 'insert', row: answeredRow(agency, before.current.receipt.version), value }];
}
