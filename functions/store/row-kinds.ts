import { isDeepStrictEqual } from 'node:util';
import type * as z from 'zod';
import { AuditEntry } from '../../contract/audit-entry.ts';
import { Settings } from '../../core/plan/settings.ts';
import { FILES_PARTITION, pieceOfFile } from './backup-files.ts';
import { FROZEN, FrozenPiece, FrozenRow, PIECES } from './frozen-rows.ts';
import { AccessKey, isAccessKeyRow, KEYS_PARTITION, KeyAuditEntry, SIGN_IN_CODES, SignInCode } from './key-rows.ts';
import { OUTBOX, OutboxRow, POSTINGS, PostingRow } from './letter-rows.ts';
import { isLegalKey } from './limits.ts';
import {
  CONFIRMED_ROW,
  ConfirmedPlan,
  isStoredPlanRow,
  PLAN_CHANGES,
  PLAN_ROW,
  PLANS_PARTITION,
  PlanChangeRow,
  ServedPlan,
  StoredPlan,
} from './plan-rows.ts';
import { REFUSALS, RefusalsRow } from './refusal-rows.ts';
import {
  ANSWERED,
  AnsweredRow,
  AUDIT,
  HEADS,
  Head,
  headRow,
  KEYS,
  KeyRow,
  PERIOD_ROW,
  PeriodRow,
  PROOFS,
  PROOFS_ROW,
  ProofRow,
  ProofsRow,
  RECEIPT_NUMBERS,
  ReceiptNumberRow,
  SETTINGS_ROW,
  VERSIONS,
  VersionRow,
  versionRow,
  WAITING_SETTINGS_ROW,
  WaitingSettings,
  WORKBOOKS,
  WorkbookRow,
} from './rows.ts';
import { SEAL_PARTITION, SealRow } from './seal.ts';

/** A kind of stored row: which rows are of it, and the schema that they are written and read by. */
export interface RowKind {
  readonly name: string;
  readonly holds: (partition: string, row: string) => boolean;
  readonly schema: z.ZodType;
  /** Whether what a row says, as its schema gave it, fits its name; where nothing of the name is said again, it always does. */
  readonly fits?: (row: string, parsed: unknown) => boolean;
}

/**
 * What a backup holds in the place of a row that cannot be read. No kind takes it: the restored store tells of that row as the first one
 * does, where without it settings would be the plan's own, a period not opened, a number of a version free once more.
 */
export const UNREADABLE_ROW = { unreadable: true } as const;

export const saysUnreadable = (value: unknown): boolean => isDeepStrictEqual(value, UNREADABLE_ROW);

const inPeriod = (partition: string): boolean => /^[^|]+\|[^|]+$/.test(partition);
const named = (name: string) => (partition: string, row: string) => inPeriod(partition) && row === name;
const begins = (prefix: string) => (partition: string, row: string) => inPeriod(partition) && row.startsWith(prefix);
const amongPlans = (isOne: (row: string) => boolean) => (partition: string, row: string) => partition === PLANS_PARTITION && isOne(row);
/** By what its schema gave. */
const fits =
  <S extends z.ZodType>(_: S, test: (row: string, parsed: z.infer<S>) => boolean) =>
  (row: string, parsed: unknown): boolean =>
    test(row, parsed as z.infer<S>); // of this kind's own schema

/** Every kind of row that a store holds. A row of no kind is neither written nor restored. */
export const ROW_KINDS: readonly RowKind[] = [
  { name: 'period', holds: named(PERIOD_ROW), schema: PeriodRow },
  { name: 'settings', holds: named(SETTINGS_ROW), schema: Settings },
  { name: 'waiting settings', holds: named(WAITING_SETTINGS_ROW), schema: WaitingSettings },
  { name: 'head', holds: begins(HEADS), schema: Head, fits: fits(Head, (row, { agency }) => row === headRow(agency)) },
  {
    name: 'version',
    holds: begins(VERSIONS),
    schema: VersionRow,
    fits: fits(VersionRow, (row, { receipt }) => row === versionRow(receipt.agency, receipt.version)),
  },
  { name: 'idempotency key', holds: begins(KEYS), schema: KeyRow },
  { name: 'proof', holds: begins(PROOFS), schema: ProofRow },
  { name: 'receipt number', holds: begins(RECEIPT_NUMBERS), schema: ReceiptNumberRow },
  { name: 'proofs made', holds: named(PROOFS_ROW), schema: ProofsRow },
  { name: 'answered remarks', holds: begins(ANSWERED), schema: AnsweredRow },
  { name: 'kept workbook', holds: begins(WORKBOOKS), schema: WorkbookRow },
  { name: 'audit entry', holds: begins(AUDIT), schema: AuditEntry },
  { name: 'refusals', holds: begins(REFUSALS), schema: RefusalsRow },
  { name: 'frozen matrix', holds: begins(FROZEN), schema: FrozenRow },
  { name: 'piece of a frozen matrix', holds: begins(PIECES), schema: FrozenPiece },
  { name: 'letter', holds: begins(OUTBOX), schema: OutboxRow },
  { name: 'posting', holds: begins(POSTINGS), schema: PostingRow },
  { name: 'access key', holds: (partition, row) => partition === KEYS_PARTITION && isAccessKeyRow(row), schema: AccessKey },
  {
    name: 'sign-in code',
    holds: (partition, row) => partition === KEYS_PARTITION && row.startsWith(SIGN_IN_CODES),
    schema: SignInCode,
  },
  { name: 'audit entry of a key', holds: (partition, row) => partition === KEYS_PARTITION && row.startsWith(AUDIT), schema: KeyAuditEntry },
  { name: 'plan of a period', holds: named(PLAN_ROW), schema: ServedPlan },
  { name: 'plan of the store', holds: amongPlans((row) => row === PLAN_ROW), schema: ServedPlan },
  { name: 'confirmed plan', holds: amongPlans((row) => row === CONFIRMED_ROW), schema: ConfirmedPlan },
  { name: 'change of the plan', holds: amongPlans((row) => row.startsWith(PLAN_CHANGES)), schema: PlanChangeRow },
  { name: 'plan', holds: amongPlans(isStoredPlanRow), schema: StoredPlan },
  { name: 'seal', holds: (partition) => partition === SEAL_PARTITION, schema: SealRow },
];

/** The kind of a row; undefined where it is of none. */
export const kindOf = (partition: string, row: string): RowKind | undefined => ROW_KINDS.find(({ holds }) => holds(partition, row));

/**
 * Whether a document of a backup may stand at its place: as the program that reads it there wants it, or told to be unreadable. A backup
 * brings no seal.
 */
export function isSoundRow(partition: string, row: string, value: unknown): boolean {
  if (partition === SEAL_PARTITION || !isLegalKey(partition) || !isLegalKey(row)) return false;
  if (partition === FILES_PARTITION) return pieceOfFile({ row, value }) !== null;
  const kind = kindOf(partition, row);
  if (!kind) return false;
  if (saysUnreadable(value)) return true;
  const { success, data } = kind.schema.safeParse(value);
  return success && (kind.fits?.(row, data) ?? true);
}
