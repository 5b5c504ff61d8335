import { editionsOf } from '../../functions/editions.ts';
import { MemoryTable } from '../../functions/store/memory-table.ts';
import { CONFIRMED_ROW, PLANS_PARTITION } from '../../functions/store/plan-rows.ts';
import { StoreUnavailable, type Table } from '../../functions/store/table.ts';

/** What serves by the plan of a tag; `breaks`: what the making of the next one throws. */
async function someEditions() {
  const memory = new MemoryTable();
  const state = { now: 0, breaks: null as Error | null, isAway: false, made: 0, logged: [] as string[] };
  const table: Pick<Table, 'read'> = {
    read: async (partition, row) => {
      if (state.isAway) throw new StoreUnavailable('away');
      return memory.read(partition, row);
    },
  };
  const make = async () => {
    state.made++;
    if (state.breaks) throw state.breaks;
    return { inForce: { tag: (await memory.read(PLANS_PARTITION, CONFIRMED_ROW))?.etag ?? null } };
  };
  const editions = await editionsOf({
    table: table as Table, // nothing else of it is asked for
    make,
    elapsed: () => state.now,
    log: ({ planNotRenewed }) => state.logged.push(planNotRenewed),
  });
  const confirm = async () => {
    const before = await memory.read(PLANS_PARTITION, CONFIRMED_ROW);
    const change = before ? ({ kind: 'replace', etag: before.etag } as const) : ({ kind: 'insert' } as const);
    await memory.commit(PLANS_PARTITION, [{ ...change, row: CONFIRMED_ROW, value: {} }]);
  };
  return { editions, confirm, state };
}

test('another plan is served some seconds after it was confirmed elsewhere, and at once where somebody says so', async () => {
  const { editions, confirm, state } = await someEditions();
  const first = await editions.current();
  await confirm();
  expect(await editions.current()).toBe(first);
  state.now += 3_000;
  const second = await editions.current();
  expect(second).not.toBe(first);
  await confirm();
  await editions.renew();
  expect(editions.now()).not.toBe(second);
  expect([state.made, state.logged]).toEqual([3, []]);
});

test('a plan that cannot be served by is told in the log and leaves the one before in force; who confirmed it is told', async () => {
  const { editions, confirm, state } = await someEditions();
  const first = editions.now();
  await confirm();
  state.breaks = new TypeError('a bug');
  state.now += 3_000;
  expect(await editions.current()).toBe(first);
  expect(state.logged).toEqual(['TypeError: a bug']);
  await expect(editions.renew()).rejects.toThrow('a bug');
  state.breaks = null;
  state.now += 3_000;
  expect(await editions.current()).not.toBe(first);
});

test('a storage that is away for a while keeps nobody from being served', async () => {
  const { editions, confirm, state } = await someEditions();
  const first = editions.now();
  await confirm();
  state.isAway = true;
  state.now += 3_000;
  expect(await editions.current()).toBe(first);
  state.isAway = false;
  state.now += 3_000;
  expect(await editions.current()).not.toBe(first);
  expect(state.logged).toEqual([]);
});
