import { consolidate } from '../../../core/consolidate/consolidate.ts';
import { owedBy } from '../../../core/obligations.ts';
import type { Report } from '../../../core/report.ts';
import { closePeriod, reopenPeriod } from '../../../functions/periods/close.ts';
import { readFrozen } from '../../../functions/periods/frozen-matrix.ts';
import { receivedOf } from '../../../functions/reports/received.ts';
import { review } from '../../../functions/reports/review.ts';
import { submit } from '../../../functions/reports/submit.ts';
import { exportStore } from '../../../functions/store/backup.ts';
import { restoreStore } from '../../../functions/store/restore.ts';
import { HEADS, Head, PERIOD_ROW, partitionOf } from '../../../functions/store/rows.ts';
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
  await table.commit('keys', [{ kind: 'insert', row: 'STC|1', value: { hash: 'ab', note: 'Sở Tài chính' } }]);
  for (const [k, agency] of AGENCIES.entries()) await submit(table, submissionOf(agency, k + 1, 0));
  await review(table, aReview({ ...ours, agency: AGENCIES[3]! }));
  await submit(table, submissionOf(AGENCIES[3]!, 500, 1));
  await closePeriod(table, aClosing({ ...ours, matrixOf }));
  await reopenPeriod(table, aClosing({ ...ours, matrixOf }));
  await submit(table, submissionOf(AGENCIES[4]!, 600, 1));
}

const linesOf = async (table: Table): Promise<string[]> => {
  const lines: string[] = [];
  for await (const line of exportStore(table)) lines.push(line);
  return lines;
};

async function* again(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

/** Back up, wipe, restore: an exercise in every test run. */
export function restoreDrill(store: AStore): void {
  let lines: string[];
  let whole: Table;
  beforeAll(async () => {
    await store.start();
    whole = await store.empty();
    await lived(whole);
    lines = await linesOf(whole);
  });
  afterAll(() => store.stop());

  test('what is restored is byte for byte what was backed up: receipts, matrix in force and matrix of the close', async () => {
    const other = await store.empty();
    expect(await restoreStore(other, () => again(lines))).toEqual({ ok: true, value: lines.length - 2 });
    expect(await linesOf(other)).toEqual(lines);
    const told = async (table: Table) => {
      const heads = (await table.list(PARTITION, HEADS)).map(({ value }) => Head.parse(value));
      return JSON.stringify([matrixOf(heads), await readFrozen(table, PARTITION, 1), heads.map(({ current }) => current?.receipt)]);
    };
    expect(await told(other)).toBe(await told(whole));
  });

  test('a restored store goes on: old keys find their receipts, new versions follow', async () => {
    const other = await store.empty();
    await restoreStore(other, () => again(lines));
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
      expect(await restoreStore(other, () => again(bad))).toMatchObject({ ok: false, error: { kind: 'not-a-backup' } });
    expect(await other.partitions()).toEqual([]);
  });

  test('an interrupted restore is run again, but never over another store', async () => {
    const other = await store.empty();
    const { value } = JSON.parse(lines[2]!) as { value: unknown };
    const { partition, row } = JSON.parse(lines[2]!) as { partition: string; row: string };
    await other.commit(partition, [{ kind: 'insert', row, value }]);
    expect((await restoreStore(other, () => again(lines))).ok).toBe(true);
    expect(await linesOf(other)).toEqual(lines);
    const foreign = await store.empty();
    await foreign.commit(partition, [{ kind: 'insert', row, value: 'another' }]);
    expect(await restoreStore(foreign, () => again(lines))).toEqual({ ok: false, error: { kind: 'not-empty', partition, row } });
  });
}
