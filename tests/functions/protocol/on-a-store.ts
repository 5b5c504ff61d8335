import { AuditEntry } from '../../../contract/audit-entry.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { closePeriod, reopenPeriod } from '../../../functions/periods/close.ts';
import { readFrozen } from '../../../functions/periods/frozen-matrix.ts';
import { publishPeriod } from '../../../functions/periods/publish.ts';
import { review } from '../../../functions/reports/review.ts';
import { type Acknowledged, submit } from '../../../functions/reports/submit.ts';
import { AUDIT, HEADS, Head, headRow, PERIOD_ROW, PeriodRow } from '../../../functions/store/rows.ts';
import { StoreUnavailable, type Table } from '../../../functions/store/table.ts';
import type { AStore } from '../../support/a-store.ts';
import { AGENCIES, aClosing, aReport, aReview, aSubmission, openPeriod, PARTITION, ROW } from './a-submission.ts';
import { History } from './history.ts';
import { type Outcome, SteppedTable } from './stepped-table.ts';

const [FINANCE] = AGENCIES as [AgencyId];

/** The commit protocol, the same on every store; each test has an open period of its own. */
export function protocolOn(store: AStore): void {
  let table: Table;
  beforeAll(() => store.start());
  beforeEach(async () => {
    table = await store.empty();
    await openPeriod(table);
  });
  afterAll(() => store.stop());

  const received = async (submission = aSubmission()): Promise<Acknowledged> => {
    const done = await submit(table, submission);
    if (!done.ok) throw new Error(done.error);
    return done.value;
  };
  const head = async (agency = FINANCE): Promise<Head> => Head.parse((await table.read(PARTITION, headRow(agency)))?.value);
  const period = async (): Promise<PeriodRow> => PeriodRow.parse((await table.read(PARTITION, PERIOD_ROW))?.value);
  const actions = async () => (await table.list(PARTITION, AUDIT)).map(({ value }) => AuditEntry.parse(value).action);

  test('a submission gets a receipt, and is the version in force at once', async () => {
    const { receipt, replayed } = await received(aSubmission({ figure: 7 }));
    expect([receipt.version, receipt.agency, replayed]).toEqual([1, FINANCE, false]);
    expect((await head()).current).toEqual({ report: aReport(FINANCE, 7), receipt, openWarnings: 0, warned: [] });
    expect(await actions()).toEqual(['submit']);
  });

  test('the same key finds its receipt, whatever came since', async () => {
    const first = await received();
    expect(await received()).toEqual({ ...first, replayed: true });
    await received(aSubmission({ figure: 2, expected: 1 }));
    expect(await received()).toEqual({ ...first, replayed: true });
    await closePeriod(table, aClosing());
    expect(await received()).toEqual({ ...first, replayed: true });
  });

  test('a key with another body is refused, in another agency it is another key', async () => {
    await received();
    expect(await submit(table, aSubmission({ figure: 2, key: 'k1', expected: 1 }))).toEqual({ ok: false, error: 'key-reused' });
    expect((await received(aSubmission({ agency: AGENCIES[1]!, figure: 2, key: 'k1' }))).receipt.version).toBe(1);
  });

  test('who did not see the version in force is told so, and the key stays free', async () => {
    await received();
    expect(await submit(table, aSubmission({ figure: 2, expected: 0 }))).toEqual({ ok: false, error: 'stale' });
    expect(await submit(table, aSubmission({ figure: 2, expected: 2 }))).toEqual({ ok: false, error: 'stale' });
    expect((await received(aSubmission({ figure: 2, expected: 1 }))).receipt.version).toBe(2);
  });

  test('one call sent 20 times at once is one version with 20 equal receipts', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => received()));
    expect(new Set(all.map(({ receipt }) => JSON.stringify(receipt))).size).toBe(1);
    expect(all.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await actions()).toEqual(['submit']);
  });

  test('of two corrections of the same version one wins', async () => {
    await received();
    const both = await Promise.all([2, 3].map((figure) => submit(table, aSubmission({ figure, expected: 1 }))));
    expect(both.map((one) => (one.ok ? one.value.receipt.version : one.error)).sort()).toEqual([2, 'stale']);
  });

  test('50 agencies at once are 50 versions, each with its own figures', async () => {
    const agencies = Array.from({ length: 50 }, (_, k) => `XA-${k}` as AgencyId);
    await Promise.all(agencies.map((agency, k) => received(aSubmission({ agency, figure: 100 + k }))));
    const heads = (await table.list(PARTITION, HEADS)).map(({ value }) => Head.parse(value));
    expect(new Map(heads.map(({ agency, current }) => [agency, current?.report.indicators[ROW]?.numerator]))).toEqual(
      new Map(agencies.map((agency, k) => [agency, 100 + k])),
    );
    expect(await actions()).toHaveLength(50);
  });

  test('a report is returned, sent anew and accepted', async () => {
    await received();
    const asked = aReview({ remarks: { [ROW]: 'Thiếu số liệu' } });
    expect(await review(table, asked)).toEqual({ ok: true, value: 'returned' });
    expect((await head()).remarks).toMatchObject({ [ROW]: [{ by: 'VPUB', text: 'Thiếu số liệu' }] });
    await received(aSubmission({ figure: 2, expected: 1 }));
    expect(await review(table, aReview())).toEqual({ ok: false, error: 'stale' });
    expect(await review(table, aReview({ version: 2, decision: 'accept' }))).toEqual({ ok: true, value: 'accepted' });
    expect(await actions()).toHaveLength(4);
    expect(await review(table, aReview({ agency: AGENCIES[1]! }))).toEqual({ ok: false, error: 'not-sent' });
  });

  test('a closed period takes no report and no review until it is reopened, and every close keeps its matrix', async () => {
    await received();
    expect(await reopenPeriod(table, aClosing())).toEqual({ ok: true, value: 'open' });
    const closed = await closePeriod(table, aClosing());
    expect(await closePeriod(table, aClosing({ at: new Date('2026-12-09T00:00:00Z') }))).toEqual(closed);
    const first = await readFrozen(table, PARTITION, 1);
    expect(first.indicators[0]?.cells).toMatchObject({ [FINANCE]: { numerator: 1, source: { version: 1 } } });
    expect(await submit(table, aSubmission({ figure: 2, expected: 1 }))).toEqual({ ok: false, error: 'closed' });
    expect(await submit(table, aSubmission({ figure: 3, agency: AGENCIES[1]! }))).toEqual({ ok: false, error: 'closed' });
    expect(await review(table, aReview())).toEqual({ ok: false, error: 'closed' });
    expect(await reopenPeriod(table, aClosing())).toEqual({ ok: true, value: 'open' });
    await received(aSubmission({ figure: 2, expected: 1 }));
    await received(aSubmission({ figure: 3, agency: AGENCIES[1]! }));
    expect(await closePeriod(table, aClosing())).toMatchObject({ ok: true, value: { closes: 2 } });
    expect(await readFrozen(table, PARTITION, 1)).toEqual(first);
    expect(Object.keys((await readFrozen(table, PARTITION, 2)).indicators[0]?.cells ?? {})).toEqual([FINANCE, AGENCIES[1]]);
    expect((await actions()).filter((action) => action !== 'submit').sort()).toEqual(['close', 'close', 'reopen']);
  });

  test('an unknown period is none', async () => {
    const period = '2027' as PeriodRow & string as never;
    expect(await submit(table, aSubmission({ period }))).toEqual({ ok: false, error: 'no-period' });
    expect(await closePeriod(table, aClosing({ period }))).toEqual({ ok: false, error: 'no-period' });
  });

  test('a close freezes more heads than one transaction takes, by number and by size', async () => {
    const agencies = Array.from({ length: 130 }, (_, k) => `XA-${k}` as AgencyId);
    const text = 'Giải trình '.repeat(2_900);
    for (const agency of agencies.slice(0, 70)) {
      const report = {
        ...aReport(agency, 5),
        tasks: {},
        indicators: { [ROW]: { state: 'no-figure' as const, explanation: text, evidence: text } },
      };
      await received(aSubmission({ agency, figure: 5, report }));
    }
    expect(await closePeriod(table, aClosing({ agencies }))).toMatchObject({ ok: true, value: { closes: 1 } });
    expect((await table.list(PARTITION, HEADS)).map(({ value }) => Head.parse(value).frozen)).toEqual(agencies.map(() => 1));
  });

  // What each step of the life of a report does when its n-th call at the storage goes wrong, and is tried again.
  const steps: Record<string, (at: Table) => Promise<{ ok: boolean; error?: string }>> = {
    submission: (at) => submit(at, aSubmission({ figure: 2, expected: 1, nonce: 'again' })),
    review: (at) => review(at, aReview({ decision: 'accept' })),
    close: (at) => closePeriod(at, aClosing()),
    reopening: (at) => reopenPeriod(at, aClosing()),
    publishing: (at) => publishPeriod(at, { ...aClosing(), leastCoverage: 50, planDigest: 'd' }),
  };
  test.each(Object.keys(steps))('a %s that fails at any call, before or after its effect, is whole after another try', async (name) => {
    for (const outcome of ['refused', 'lost', 'repeated'] as const satisfies Outcome[])
      for (let failing = 1, calls = failing; calls >= failing - 1; failing++) {
        table = await store.empty();
        await openPeriod(table);
        const history = new History();
        const { receipt } = await received();
        history.acknowledged(FINANCE, 'k1', receipt);
        if (name === 'reopening' || name === 'publishing') await closePeriod(table, aClosing());
        calls = 0;
        const faulty: SteppedTable = new SteppedTable(table, () => faulty.release(++calls === failing ? outcome : 'done'));
        const heard = await steps[name]!(faulty).catch((error) => {
          if (!(error instanceof StoreUnavailable)) throw error;
          return null;
        });
        if (outcome === 'repeated') expect([outcome, failing, heard?.ok]).toEqual([outcome, failing, true]);
        const again = await steps[name]!(table);
        // A reopening or a review whose answer was lost is done; the second try says what it finds.
        if (name === 'submission' || name === 'close' || name === 'publishing')
          expect([outcome, failing, again.ok]).toEqual([outcome, failing, true]);
        await history.checkAll(table);
        expect(await period()).toMatchObject({ state: name === 'close' || name === 'publishing' ? 'closed' : 'open' });
        if (name === 'publishing') expect([(await period()).published?.close, (await actions()).at(-1)]).toEqual([1, 'publish']);
        expect((await head()).current?.receipt.version).toBe(name === 'submission' ? 2 : 1);
      }
  });
}
