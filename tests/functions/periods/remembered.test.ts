import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Period } from '../../../core/plan/period.ts';
import { keepNewest } from '../../../functions/periods/newest-kept.ts';
import { openPeriod, periodContextOf } from '../../../functions/periods/period-context.ts';
import { MemoryTable } from '../../../functions/store/memory-table.ts';
import { partitionOf, SETTINGS_ROW } from '../../../functions/store/rows.ts';
import { agencies, plan } from '../../support/a-form.ts';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

const PERIOD = '2026' as Period;
const CHANGES = 40;

test('what was made under settings that have changed since is forgotten', async () => {
  const table = new MemoryTable();
  const deps = { table, plan, agencies, clock: () => new Date('2026-11-20T00:00:00Z') };
  await openPeriod(deps, PERIOD, null);
  const partition = partitionOf(plan.id, PERIOD);
  const made: WeakRef<object>[] = [];
  for (let k = 0; k < CHANGES; k++) {
    const stored = await table.read(partition, SETTINGS_ROW);
    const value = {};
    await table.commit(partition, [
      stored ? { kind: 'replace', row: SETTINGS_ROW, etag: stored.etag, value } : { kind: 'insert', row: SETTINGS_ROW, value },
    ]);
    const context = await periodContextOf(deps, PERIOD);
    expect((await periodContextOf(deps, PERIOD))?.obligations).toBe(context?.obligations);
    made.push(new WeakRef(context!.obligations));
  }
  await new Promise((resolve) => setImmediate(resolve));
  collect();
  expect(made.filter((one) => one.deref() !== undefined).length).toBeLessThan(CHANGES / 2);
});

test('of what is remembered the newest stays', () => {
  const map = new Map<string, number>();
  for (const [key, value] of [
    ['a', 1],
    ['b', 2],
    ['a', 3],
    ['c', 4],
  ] as const)
    expect(keepNewest(map, key, value, 2)).toBe(value);
  expect([...map]).toEqual([
    ['a', 3],
    ['c', 4],
  ]);
});
