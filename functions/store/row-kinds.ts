import type * as z from 'zod';
import { Settings } from '../../core/settings.ts';
import { AccessKey, isAccessKeyRow, KEYS_PARTITION, KeyAuditEntry } from '../identity/access-key.ts';
import { OUTBOX, OutboxRow } from '../mail/outbox.ts';
import { FROZEN, FrozenPiece, FrozenRow, PIECES } from '../periods/frozen-matrix.ts';
import { AUDIT, AuditEntry, HEADS, Head, KEYS, KeyRow, PERIOD_ROW, PeriodRow, SETTINGS_ROW, VERSIONS, VersionRow } from './rows.ts';

/** A kind of stored row: which rows are of it, and the schema that they are written and read by. */
export interface RowKind {
  readonly name: string;
  readonly holds: (partition: string, row: string) => boolean;
  readonly schema: z.ZodType;
}

const inPeriod = (partition: string): boolean => partition.includes('|');
const named = (name: string) => (partition: string, row: string) => inPeriod(partition) && row === name;
const begins = (prefix: string) => (partition: string, row: string) => inPeriod(partition) && row.startsWith(prefix);

/** Every kind of row that a store holds. A row of no kind is not written. */
export const ROW_KINDS: readonly RowKind[] = [
  { name: 'period', holds: named(PERIOD_ROW), schema: PeriodRow },
  { name: 'settings', holds: named(SETTINGS_ROW), schema: Settings },
  { name: 'head', holds: begins(HEADS), schema: Head },
  { name: 'version', holds: begins(VERSIONS), schema: VersionRow },
  { name: 'idempotency key', holds: begins(KEYS), schema: KeyRow },
  { name: 'audit entry', holds: begins(AUDIT), schema: AuditEntry },
  { name: 'frozen matrix', holds: begins(FROZEN), schema: FrozenRow },
  { name: 'piece of a frozen matrix', holds: begins(PIECES), schema: FrozenPiece },
  { name: 'letter', holds: begins(OUTBOX), schema: OutboxRow },
  { name: 'access key', holds: (partition, row) => partition === KEYS_PARTITION && isAccessKeyRow(row), schema: AccessKey },
  { name: 'audit entry of a key', holds: (partition, row) => partition === KEYS_PARTITION && row.startsWith(AUDIT), schema: KeyAuditEntry },
];

/** The kind of a row; undefined where it is of none. */
export const kindOf = (partition: string, row: string): RowKind | undefined => ROW_KINDS.find(({ holds }) => holds(partition, row));
