import { createHash, createHmac } from 'node:crypto';
import { consolidate } from '../../../core/consolidating/consolidate.ts';
import { owedBy } from '../../../core/plan/obligations.ts';
import type { Report } from '../../../core/report.ts';
import type { Result } from '../../../core/result.ts';
import { issueKey } from '../../../functions/identity/access-key.ts';
import { closePeriod, reopenPeriod } from '../../../functions/periods/close.ts';
import { readFrozen } from '../../../functions/periods/frozen-matrix.ts';
import { receivedOf } from '../../../functions/periods/received.ts';
import { review } from '../../../functions/reports/review.ts';
import { submit } from '../../../functions/reports/submit.ts';
import { exportStore } from '../../../functions/store/backup.ts';
import { MemoryFiles } from '../../../functions/store/memory-files.ts';
import { type RestoreFailure, restoreStore, verifiedBackup } from '../../../functions/store/restore.ts';
import { HEADS, Head, PERIOD_ROW, partitionOf } from '../../../functions/store/rows.ts';
import { type SealCode, sealOf } from '../../../functions/store/seal.ts';
import type { Table } from '../../../functions/store/table.ts';
import { obligationsIn, plan } from '../../support/a-form.ts';
import type { AStore } from '../../support/a-store.ts';
import { aClosing, aReview, aSubmission } from '../protocol/a-submission.ts';

const OBLIGATIONS = obligationsIn('2026');
const AT = new Date('2026-12-01T00:00:00Z');
const PARTITION = partitionOf(plan.id, OBLIGATIONS.period);
const AGENCIES = OBLIGATIONS.agencies.slice(0, 30).map(({ id }) => id);
const ours = { plan: plan.id, agencies: AGENCIES };

const matrixOf = (heads: readonly Head[]) => consolidate({ obligations: OBLIGATIONS, received: receivedOf(heads), at: AT, previous: null });

/** A report on the plan's own rows, with a text that no code page spares. */
function reportOf(agency: (typeof AGENCIES)[number], numerator: number): Report {
  const { indicators } = owedBy(OBLIGATIONS, agency);
  const entry = { state: 'reported' as const, numerator, denominator: 1_000, explanation: 'Số liệu tạm tính 😀 “Nghị định 30”\n' };
  return {
    plan: plan.id,
    period: OBLIGATIONS.period,
    agency,
    indicators: Object.fromEntries(indicators.map(({ id }) => [id, entry])),
    tasks: {},
  };
}

const submissionOf = (agency: (typeof AGENCIES)[number], figure: number, expected: number) =>
  aSubmission({ plan: plan.id, agency, figure, report: reportOf(agency, figure), expected });

/** A year of an office: reports, a return, a correction, a close, a reopening, and keys beside it. */
async function lived(table: Table): Promise<void> {
  await table.commit(PARTITION, [{ kind: 'insert', row: PERIOD_ROW, value: { state: 'open', closes: 0, asOf: null } }]);
  await issueKey(table, { agency: AGENCIES[0]!, by: 'SKHCN', at: AT, label: 'Máy văn thư “một cửa”' });
  for (const [k, agency] of AGENCIES.entries()) await submit(table, submissionOf(agency, k + 1, 0));
  await review(table, aReview({ ...ours, agency: AGENCIES[3]! }));
  await submit(table, submissionOf(AGENCIES[3]!, 500, 1));
  await closePeriod(table, aClosing({ ...ours, matrixOf }));
  await reopenPeriod(table, aClosing({ ...ours, matrixOf }));
  await submit(table, submissionOf(AGENCIES[4]!, 600, 1));
}

const linesOf = async (table: Table): Promise<string[]> => {
  const lines: string[] = [];
  for await (const line of exportStore({ table, files: new MemoryFiles() })) lines.push(line);
  return lines;
};

async function* again(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

/** Restores what is believed by a secret; `any`: without one, because somebody answers for it. */
async function restored(table: Table, lines: readonly string[], code: SealCode | 'any'): Promise<Result<number, RestoreFailure>> {
  const trust = code === 'any' ? { codes: [], unverified: true } : { codes: [code], unverified: false };
  const backup = await verifiedBackup(() => again(lines), trust);
  if (!backup.ok) return backup;
  const done = await restoreStore({ table, files: new MemoryFiles() }, () => again(lines), backup.value);
  return done.ok ? { ok: true, value: backup.value.documents } : done;
}

/** A backup with another line in it, whose own digest fits; only who has the secret can make the seal fit too. */
function forged(lines: readonly string[], change: (documents: string[]) => string[], code?: SealCode): string[] {
  const documents = change(lines.slice(1, -1));
  const [digest, seal] = [createHash('sha256'), createHmac('sha256', code ?? 'pln_guessed')];
  seal.update(`${lines[0]}\n`);
  for (const line of documents) for (const one of [digest, seal]) one.update(`${line}\n`);
  const closing = { documents: documents.length, sha256: digest.digest('hex'), seal: seal.digest('hex') };
  return [lines[0]!, ...documents, JSON.stringify(closing)];
}

/** Back up, wipe, restore: an exercise in every test run. */
export function restoreDrill(store: AStore): void {
  let lines: string[];
  let whole: Table;
  let code: SealCode;
  beforeAll(async () => {
    await store.start();
    whole = await store.empty();
    await lived(whole);
    lines = await linesOf(whole);
    code = await sealOf(whole);
  });
  afterAll(() => store.stop());

  test('what is restored is byte for byte what was backed up: receipts, matrix in force and matrix of the close', async () => {
    const other = await store.empty();
    expect(await restored(other, lines, code)).toEqual({ ok: true, value: lines.length - 2 });
    expect(await linesOf(other)).toEqual(lines);
    const told = async (table: Table) => {
      const heads = (await table.list(PARTITION, HEADS)).map(({ value }) => Head.parse(value));
      return JSON.stringify([matrixOf(heads), await readFrozen(table, PARTITION, 1), heads.map(({ current }) => current?.receipt)]);
    };
    expect(await told(other)).toBe(await told(whole));
  });

  test('a restored store goes on: old keys find their receipts, new versions follow', async () => {
    const other = await store.empty();
    await restored(other, lines, code);
    const first = await submit(other, submissionOf(AGENCIES[4]!, 5, 0));
    expect(first).toMatchObject({ ok: true, value: { replayed: true, receipt: { version: 1 } } });
    expect(await submit(other, submissionOf(AGENCIES[4]!, 700, 2))).toMatchObject({ ok: true, value: { receipt: { version: 3 } } });
  });

  test('of a damaged backup nothing is restored', async () => {
    const other = await store.empty();
    const swapped = lines.with(5, lines[6]!).with(6, lines[5]!);
    const changed = lines.with(9, lines[9]!.replace(/\d/, '7').replace(/[a-z]/, 'z'));
    for (const bad of [
      [],
      ['{}'],
      lines.slice(0, 1),
      lines.slice(0, -1),
      lines.slice(0, 40),
      swapped,
      changed,
      [...lines, '{}'],
      lines.slice(1),
    ])
      for (const trusted of [code, 'any' as const])
        expect(await restored(other, bad, trusted)).toMatchObject({ ok: false, error: { kind: 'not-a-backup' } });
    expect(await other.partitions()).toEqual([]);
  });

  test('an interrupted restore is run again, but never over another store', async () => {
    const other = await store.empty();
    const { value } = JSON.parse(lines[2]!) as { value: unknown };
    const { partition, row } = JSON.parse(lines[2]!) as { partition: string; row: string };
    await other.commit(partition, [{ kind: 'insert', row, value }]);
    expect((await restored(other, lines, code)).ok).toBe(true);
    expect(await linesOf(other)).toEqual(lines);
    const foreign = await store.empty();
    await foreign.commit(partition, [{ kind: 'insert', row, value: 'another' }]);
    expect(await restored(foreign, lines, code)).toEqual({ ok: false, error: { kind: 'not-empty', partition, row } });
  });

  test('a key row that somebody planted does not sign in: the seal tells, and so does a missing one', async () => {
    const other = await store.empty();
    const planted = JSON.stringify({
      partition: 'access-keys',
      row: 'a'.repeat(64),
      value: { agency: 'VPUB', issuedAt: AT.toISOString(), issuedBy: 'VPUB', revokedAt: null, revokedBy: null },
    });
    const bad = forged(lines, (documents) => [planted, ...documents].sort());
    for (const sealed of [bad, [...bad.slice(0, -1), bad.at(-1)!.replace(/,"seal":"[^"]*"/, '')]])
      expect(await restored(other, sealed, code)).toMatchObject({ ok: false, error: { kind: 'unknown-seal' } });
    expect(await other.partitions()).toEqual([]);
  });

  test.each([
    ['a head that is none', 'head|', (line: string) => line.replace(/"state":"[a-z]+"/, '"state":"gone"')],
    ['the head of another agency', 'head|', (line: string) => line.replace(/("value":\{"agency":")[^"]*/, '$1KHONG-CO')],
    ['a version of another number', 'version|', (line: string) => line.replace(/"version":\d+/, '"version":77')],
    ['a row of a kind that nobody knows', 'head|', (line: string) => line.replace('"row":"head|', '"row":"heap|')],
  ])('a backup with %s is refused and the row named, sealed or not', async (_, kind, spoil) => {
    const other = await store.empty();
    const spoilt = (documents: string[]) => {
      const k = documents.findIndex((line) => line.includes(`"row":"${kind}`));
      return documents.with(k, spoil(documents[k]!)).sort();
    };
    const { row } = JSON.parse(forged(lines, spoilt).find((line) => !lines.includes(line))!) as { row: string };
    for (const [bad, trusted] of [[forged(lines, spoilt, code), code] as const, [forged(lines, spoilt), 'any'] as const])
      expect(await restored(other, bad, trusted)).toMatchObject({
        ok: false,
        error: { kind: 'spoilt', partition: PARTITION, row, spoilt: 1 },
      });
    expect(await other.partitions()).toEqual([]);
    // Who answers for the store's own spoilt row brings the rest of it back.
    const own = await verifiedBackup(() => again(forged(lines, spoilt, code)), { codes: [code], unverified: true });
    expect(own).toMatchObject({ ok: true, value: { spoilt: 1, code } });
  });

  test('a document that comes twice is no backup, and one that is exchanged while it is read is noticed', async () => {
    const other = await store.empty();
    const twice = forged(lines, (documents) => documents.flatMap((line, k) => (k === 7 ? [line, line] : [line])), code);
    expect(await restored(other, twice, code)).toEqual({ ok: false, error: { kind: 'not-a-backup', line: 10 } });
    const backup = await verifiedBackup(() => again(lines), { codes: [code], unverified: false });
    if (backup.ok)
      expect((await restoreStore({ table: other, files: new MemoryFiles() }, () => again(lines.slice(0, -2)), backup.value)).ok).toBe(
        false,
      );
  });
}
