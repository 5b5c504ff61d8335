import { AuditEntry } from '../../../contract/audit-entry.ts';
import type { Matrix } from '../../../core/matrix.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { readFrozen } from '../../../functions/periods/frozen-matrix.ts';
import {
  AUDIT,
  HEADS,
  type Head,
  KeyRow,
  PERIOD_ROW,
  PeriodRow,
  type StoredReceipt,
  VersionRow,
  versionsOf,
} from '../../../functions/store/rows.ts';
import type { Table } from '../../../functions/store/table.ts';
import { PARTITION, ROW } from './a-submission.ts';

/** What was acknowledged to whom, to be held against what is stored. Every check throws where the two differ. */
export class History {
  readonly receipts = new Map<string, StoredReceipt>();
  readonly reviews: { nonce: string; agency: AgencyId; version: number }[] = [];
  private readonly frozen = new Map<number, Matrix>();

  acknowledged(agency: AgencyId, key: string, receipt: StoredReceipt): void {
    const name = `${agency}|${key}`;
    const before = this.receipts.get(name);
    if (before) same(`receipt of ${name}`, receipt, before);
    this.receipts.set(name, receipt);
  }

  /** While a period is closed its heads are those of its matrix, which never changes. */
  async checkClosed(table: Table): Promise<void> {
    const period = (await table.read(PARTITION, PERIOD_ROW))?.value as PeriodRow; // parsed by the protocol itself at every step
    if (period.state !== 'closed') return;
    const matrix = this.frozen.get(period.closes) ?? (await readFrozen(table, PARTITION, period.closes));
    this.frozen.set(period.closes, matrix);
    const counted = matrix.indicators[0]?.cells ?? {};
    for (const { agency, current } of await headsOf(table))
      same(`${agency} in matrix ${period.closes}`, counted[agency]?.source?.version, current?.receipt.version);
  }

  async checkAll(table: Table): Promise<void> {
    await this.checkClosed(table);
    const period = PeriodRow.parse((await table.read(PARTITION, PERIOD_ROW))?.value);
    for (const [close, matrix] of this.frozen) same(`matrix ${close}`, await readFrozen(table, PARTITION, close), matrix);
    const audit = (await table.list(PARTITION, AUDIT)).map(({ row, value }) => ({ row, entry: AuditEntry.parse(value) }));
    const of = (action: string) => audit.filter(({ entry }) => entry.action === action);
    same('closes in the audit', of('close').length, period.closes);
    same('reopenings in the audit', of('reopen').length, period.closes - (period.state === 'closed' ? 1 : 0));
    for (const { nonce, agency, version } of this.reviews)
      same(
        `review ${nonce}`,
        audit.filter(({ row }) => row.endsWith(`|${nonce}`)).map(({ entry }) => [entry.agency, entry.version]),
        [[agency, version]],
      );
    for (const head of await headsOf(table))
      await this.checkAgency(
        table,
        head,
        of('submit').map(({ entry }) => entry),
      );
  }

  /** Versions without gaps, the head the last of them; keys, audit and acknowledgements one to one with them. */
  private async checkAgency(table: Table, { agency, current }: Head, submits: readonly AuditEntry[]): Promise<void> {
    const versions = (await table.list(PARTITION, versionsOf(agency))).map(({ value }) => VersionRow.parse(value));
    const keys = (await table.list(PARTITION, `key|${agency}|`)).map(({ row, value }) => ({ row, used: KeyRow.parse(value) }));
    const numbers = versions.map((_, k) => k + 1);
    same(
      `versions of ${agency}`,
      versions.map(({ receipt }) => receipt.version),
      numbers,
    );
    const [last] = versions.slice(-1);
    same(`head of ${agency}`, current, last ? { report: last.report, receipt: last.receipt, openWarnings: 0, warned: [] } : null);
    const inOrder = (list: number[]) => list.sort((one, two) => one - two);
    same(`submits of ${agency}`, inOrder(submits.filter((one) => one.agency === agency).map(({ version }) => version ?? 0)), numbers);
    same(`keys of ${agency}`, inOrder(keys.map(({ used }) => used.version)), numbers);
    for (const { row, used } of keys) {
      const figure = versions[used.version - 1]?.report.indicators[ROW]?.numerator;
      same(`figure of ${row}`, used.body, `b${figure}`);
    }
    const versionOf = new Map(keys.map(({ row, used }) => [row, used.version]));
    for (const [name, receipt] of this.receipts) {
      if (receipt.agency !== agency) continue;
      same(`acknowledged ${name}`, versions[(versionOf.get(`key|${name}`) ?? 0) - 1]?.receipt, receipt);
    }
  }
}

// Parsed by the protocol itself at every step.
const headsOf = async (table: Table): Promise<Head[]> => (await table.list(PARTITION, HEADS)).map(({ value }) => value as Head);

/** Cheaper than `expect` by far: it is asked a million times. */
function same(what: string, found: unknown, wanted: unknown): void {
  const [one, two] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (one !== two) throw new Error(`${what}: ${one} and not ${two}`);
}
