import type { AuditEntry } from '../../contract/audit-entry.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import { REFUSALS, RefusalsRow, refusalsRow } from '../store/refusal-rows.ts';
import { auditRow, type Head } from '../store/rows.ts';
import { soundValue, soundValues } from '../store/sound-row.ts';
import type { Table } from '../store/table.ts';

/** A workbook that was not taken in: its file, whose it is as far as that is known, and why. */
export interface RefusedWorkbook {
  readonly file: string | null;
  readonly agency: AgencyId | null;
  readonly rules: readonly string[];
  /** Whether its time leaves open if it is older than the version in force. */
  readonly unclear: boolean;
  /** SHA-256 of its bytes. */
  readonly sha256: string;
  /** The version in force then; 0 for none. */
  readonly inForce: number;
  readonly by: string;
  readonly at: Date;
  readonly nonce: string;
}

const MOST_RULES = 20;
const MOST_KEPT = 100;
const MOST_LISTED = 500;
const MOST_ROUNDS = 20;

/**
 * Puts a refusal into the audit and among the last ones of its agency, in one transaction. The same file refused again for the same
 * reasons, by the same person, leaves no second entry. It costs the same however long the audit is.
 */
export async function recordRefused(table: Table, partition: string, refused: RefusedWorkbook): Promise<void> {
  const { file, agency, sha256, inForce, by, at, nonce } = refused;
  const entry: AuditEntry = {
    at: at.toISOString(),
    by,
    action: 'intake-refused',
    ...(agency !== null && { agency }),
    ...(file !== null && { file }),
    rules: [...new Set(refused.rules)].slice(0, MOST_RULES),
    ...(refused.unclear && { unclear: true }),
    sha256,
    inForce,
  };
  const row = refusalsRow(agency);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const stored = await table.read(partition, row);
    const entries = (stored && soundValue(table, partition, stored, RefusalsRow))?.entries ?? [];
    if (entries.some((one) => factsOf(one) === factsOf(entry))) return;
    const value: RefusalsRow = { entries: [...entries, entry].slice(-MOST_KEPT) };
    const done = await table.commit(partition, [
      stored ? { kind: 'replace', row, etag: stored.etag, value } : { kind: 'insert', row, value },
      { kind: 'insert', row: auditRow(at, nonce), value: entry },
    ]);
    // Otherwise another refusal was first, or this very one: the next round finds out which.
    if (done.ok) return;
  }
}

const factsOf = ({ by, agency, file, rules, sha256, inForce }: AuditEntry): string =>
  JSON.stringify([by, agency, file, rules, sha256, inForce]);

/** The refusals that still ask for something, the newest last: those of an agency until it has a newer report in force. */
export async function openRefusals(table: Table, partition: string, heads: readonly Head[]): Promise<AuditEntry[]> {
  const versions = new Map(heads.map(({ agency, current }) => [agency, current?.receipt.version ?? 0]));
  const isOpen = ({ agency, rules, unclear, inForce = 0 }: AuditEntry): boolean =>
    // What is surely older than the version in force asks for nothing.
    (unclear || !rules?.includes('older-workbook')) && (agency === undefined || (versions.get(agency) ?? 0) <= inForce);
  return soundValues(table, partition, await table.list(partition, REFUSALS), RefusalsRow)
    .flatMap(({ entries }) => entries)
    .filter(isOpen)
    .sort((one, two) => (one.at < two.at ? -1 : one.at > two.at ? 1 : 0))
    .slice(-MOST_LISTED);
}
