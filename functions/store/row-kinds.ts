import * as z from 'zod';
import { Settings } from '../../core/settings.ts';
import { AccessKey, KEY_PARTITION, KeyAuditEntry } from '../identity/access-key.ts';
import { OutboxRow } from '../mail/outbox.ts';
import { FrozenRow } from '../periods/frozen-matrix.ts';
import { isLegalKey } from './limits.ts';
import { AuditEntry, Head, KeyRow, PeriodRow, VersionRow } from './rows.ts';

/** A kind of stored document: which rows are of it, and its shape. */
interface RowKind {
  readonly name: RegExp;
  readonly schema: z.ZodType;
  /** What of the row's name its document must say again. */
  readonly agrees?: (value: unknown, groups: readonly string[]) => boolean;
}

const KEY_ROWS: readonly RowKind[] = [
  { name: /^[0-9a-f]{64}$/, schema: AccessKey },
  { name: /^audit\|/, schema: KeyAuditEntry },
];

/** Every kind of row that a period holds. A new one is entered here: what is not known here is not restored. */
const PERIOD_ROWS: readonly RowKind[] = [
  { name: /^period$/, schema: PeriodRow },
  { name: /^settings$/, schema: Settings },
  { name: /^head\|(.+)$/, schema: Head, agrees: (value, [agency]) => (value as Head).agency === agency },
  {
    name: /^version\|(.+)\|(\d{6})$/,
    schema: VersionRow,
    agrees: (value, [agency, number]) =>
      isReceiptOf((value as VersionRow).receipt, agency) && (value as VersionRow).receipt.version === Number(number),
  },
  { name: /^key\|([^|]+)\|/, schema: KeyRow, agrees: (value, [agency]) => isReceiptOf((value as KeyRow).receipt, agency) },
  { name: /^audit\|/, schema: AuditEntry },
  { name: /^matrix\|\d{4}$/, schema: FrozenRow },
  { name: /^piece\|\d{4}\|[0-9a-f]{32}\|\d{4}$/, schema: z.string() },
  { name: /^outbox\|/, schema: OutboxRow },
];

const isReceiptOf = (receipt: KeyRow['receipt'], agency: string | undefined): boolean => receipt.agency === agency;

/** Whether a document may stand at its place: as the program that reads it there wants it. */
export function isSoundRow(partition: string, row: string, value: unknown): boolean {
  if (!isLegalKey(partition) || !isLegalKey(row)) return false;
  const kinds = partition === KEY_PARTITION ? KEY_ROWS : /^[^|]+\|[^|]+$/.test(partition) ? PERIOD_ROWS : [];
  for (const { name, schema, agrees } of kinds) {
    const found = name.exec(row);
    if (!found) continue;
    const parsed = schema.safeParse(value);
    return parsed.success && (agrees?.(parsed.data, found.slice(1)) ?? true);
  }
  return false;
}
