import { AuditEntry } from '../../contract/audit-entry.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import { auditEntries } from '../store/audit-entries.ts';
import { auditRow, type Head } from '../store/rows.ts';
import type { Table } from '../store/table.ts';

/** A workbook that was not taken in: its file, whose it is as far as that is known, and why. */
export interface RefusedWorkbook {
  readonly file: string | null;
  readonly agency: AgencyId | null;
  readonly rules: readonly string[];
  /** SHA-256 of its bytes. */
  readonly sha256: string;
  /** The version in force then; 0 for none. */
  readonly inForce: number;
  readonly by: string;
  readonly at: Date;
  readonly nonce: string;
}

const REFUSED = 'intake-refused';
const MOST_RULES = 20;
const MOST_LISTED = 500;

/** Puts a refusal into the audit. The same file refused again for the same reasons, by the same person, leaves no second entry. */
export async function recordRefused(table: Table, partition: string, refused: RefusedWorkbook): Promise<void> {
  const { file, agency, sha256, inForce, by, at, nonce } = refused;
  const rules = [...new Set(refused.rules)].slice(0, MOST_RULES);
  const entry: AuditEntry = {
    at: at.toISOString(),
    by,
    action: REFUSED,
    ...(agency !== null && { agency }),
    ...(file !== null && { file }),
    rules,
    sha256,
    inForce,
  };
  const known = await refusalsIn(table, partition);
  if (!known.some((one) => factsOf(one) === factsOf(entry)))
    await table.commit(partition, [{ kind: 'insert', row: auditRow(at, nonce), value: entry }]);
}

const factsOf = ({ by, agency, file, rules, sha256, inForce }: AuditEntry): string =>
  JSON.stringify([by, agency, file, rules, sha256, inForce]);

/** The refusals that still ask for something, the newest last: those of an agency until it has a newer report in force. */
export async function openRefusals(table: Table, partition: string, heads: readonly Head[]): Promise<AuditEntry[]> {
  const versions = new Map(heads.map(({ agency, current }) => [agency, current?.receipt.version ?? 0]));
  const isOpen = ({ agency, rules, inForce = 0 }: AuditEntry): boolean =>
    // What is older than the version in force asks for nothing.
    !rules?.includes('older-workbook') && (agency === undefined || (versions.get(agency) ?? 0) <= inForce);
  return (await refusalsIn(table, partition)).filter(isOpen).slice(-MOST_LISTED);
}

async function refusalsIn(table: Table, partition: string): Promise<AuditEntry[]> {
  const entries = await auditEntries(table, partition, AuditEntry);
  return entries.filter((entry): entry is AuditEntry => entry.action === REFUSED);
}
