import { finishCloses } from '../../../functions/jobs/finish-closes.ts';
import { closeAsItStands } from '../../../functions/periods/close-as-it-stands.ts';
import { periodContextOf } from '../../../functions/periods/period-context.ts';
import { MemoryTable } from '../../../functions/store/memory-table.ts';
import { PERIOD_ROW, PeriodRow } from '../../../functions/store/rows.ts';
import { StoreUnavailable, type Table } from '../../../functions/store/table.ts';
import { FINANCE, row } from '../../support/a-form.ts';
import { APeriod, counts } from '../../support/a-period.ts';
import { type Outcome, SteppedTable } from '../protocol/stepped-table.ts';

const START = '2026-11-30T02:00:00.000Z';
const minutes = (count: number): Date => new Date(Date.parse(START) + count * 60_000);

const stateOf = async ({ deps, partition }: APeriod): Promise<PeriodRow['state']> =>
  PeriodRow.parse((await deps.table.read(partition, PERIOD_ROW))?.value).state;
const closesIn = async ({ deps, partition }: APeriod) =>
  (await deps.table.list(partition, 'audit|'))
    .map(({ value }) => value)
    .filter((entry) => (entry as { action: string }).action === 'close');

/** The same period over a store whose n-th call goes wrong; whoever calls hears of an outage. */
const failing = async (
  period: APeriod,
  at: number,
  outcome: Outcome,
  run: (deps: APeriod['deps']) => Promise<unknown>,
): Promise<number> => {
  let calls = 0;
  const table: SteppedTable = new SteppedTable(period.deps.table, () => table.release(++calls === at ? outcome : 'done'));
  await run({ ...period.deps, table }).catch((error) => {
    if (!(error instanceof StoreUnavailable)) throw error;
  });
  return calls;
};

async function aPeriod(table: Table = new MemoryTable()): Promise<APeriod> {
  const period = await APeriod.opened({ table, now: START });
  await period.sends(FINANCE, { indicators: { [row('PL1.I.1.1')]: counts(1, 2) } });
  return period;
}

const closed = async (deps: APeriod['deps']): Promise<unknown> =>
  closeAsItStands(deps, (await periodContextOf(deps, '2026'))!, { by: 'VPUB', reason: 'Hết hạn' });

test.each(['refused', 'lost'] as const)(
  'a close that was %s at any step is completed after ten minutes, in the name of who asked for it',
  async (outcome) => {
    let left = 0;
    for (let at = 1, calls = at; calls >= at - 1; at++) {
      const period = await aPeriod();
      calls = await failing(period, at, outcome, closed);
      const before = await stateOf(period);
      period.now = minutes(9);
      await finishCloses(period.deps);
      expect([at, await stateOf(period)]).toEqual([at, before]);
      period.now = minutes(10);
      await finishCloses(period.deps);
      expect([at, await stateOf(period)]).toEqual([at, before === 'open' ? 'open' : 'closed']);
      if (before !== 'closing') continue;
      left++;
      expect(await closesIn(period)).toEqual([{ at: minutes(10).toISOString(), by: 'VPUB', action: 'close', reason: 'Hết hạn' }]);
      expect((await periodContextOf(period.deps, '2026'))?.row).toEqual({ state: 'closed', closes: 1, asOf: START, published: null });
    }
    expect(left).toBeGreaterThan(3);
  },
);

test.each(['refused', 'lost', 'repeated'] as const)(
  'a completion that is itself %s at any step is made good by the next one',
  async (outcome) => {
    for (let at = 1, calls = at; calls >= at - 1; at++) {
      const period = await aPeriod();
      await leftClosing(period);
      period.now = minutes(10);
      calls = await failing(period, at, outcome, finishCloses);
      await finishCloses(period.deps);
      expect([at, await stateOf(period), (await closesIn(period)).length]).toEqual([at, 'closed', 1]);
    }
  },
);

async function leftClosing({ deps, partition }: APeriod, more: Partial<PeriodRow> = { closer: { by: 'VPUB' } }): Promise<void> {
  const { etag, value } = (await deps.table.read(partition, PERIOD_ROW))!;
  const closing: PeriodRow = { ...PeriodRow.parse(value), state: 'closing', asOf: START, ...more };
  await deps.table.commit(partition, [{ kind: 'replace', row: PERIOD_ROW, etag, value: closing }]);
}

test('a close that another release began without a name is completed in the program’s own', async () => {
  const period = await aPeriod();
  await leftClosing(period, {});
  period.now = minutes(10);
  await finishCloses(period.deps);
  expect(await closesIn(period)).toEqual([{ at: minutes(10).toISOString(), by: 'phuluc', action: 'close' }]);
});

test('a period that was closed and reopened while its close was being completed stays open', async () => {
  const period = await aPeriod();
  await leftClosing(period);
  period.now = minutes(10);
  const seen = (await periodContextOf(period.deps, '2026'))!;
  await finishCloses(period.deps);
  const { etag, value } = (await period.deps.table.read(period.partition, PERIOD_ROW))!;
  const reopened: PeriodRow = { ...PeriodRow.parse(value), state: 'open' };
  await period.deps.table.commit(period.partition, [{ kind: 'replace', row: PERIOD_ROW, etag, value: reopened }]);
  expect(await closeAsItStands(period.deps, seen, { by: 'VPUB', close: 1 })).toMatchObject({ ok: true, value: { closes: 1 } });
  expect(await stateOf(period)).toBe('open');
});
