import { Period } from '../../../core/plan/period.ts';
import { frozenRow } from '../../../functions/store/frozen-rows.ts';
import { POSTINGS, PostingRow } from '../../../functions/store/letter-rows.ts';
import { MemoryTable } from '../../../functions/store/memory-table.ts';
import { HEADS, PERIOD_ROW, PeriodRow, partitionOf, SETTINGS_ROW, VERSIONS, WAITING_SETTINGS_ROW } from '../../../functions/store/rows.ts';
import { type Change, StoreUnavailable } from '../../../functions/store/table.ts';
import { agencies, plan } from '../../support/a-form.ts';
import { anApi, aReport } from '../../support/an-api.ts';
import { fc } from '../../support/properties.ts';

const A = 'XA-21211';
type Api = Awaited<ReturnType<typeof anApi>>;

const open = (api: Api, period: string) => api.call('VPUB', 'POST', '/periods', { body: { period } });
const close = (api: Api, period: string) => api.call('VPUB', 'POST', `/periods/${period}/close`, { body: {} });
const reopen = (api: Api, period: string) => api.call('VPUB', 'POST', `/periods/${period}/reopen`, { body: { reason: 'Đính chính' } });
const nameIn = async (api: Api, period: string) =>
  (await api.call('VPUB', 'GET', `/periods/${period}/agencies`)).json.agencies.find(({ id }: { id: string }) => id === A).name;
const tagOf = async (api: Api, period: string) => (await api.call('VPUB', 'GET', `/periods/${period}/settings`)).headers.ETag ?? '';
const put = (api: Api, period: string, tag: string, settings: object) =>
  api.call('VPUB', 'PUT', `/periods/${period}/settings`, { body: { settings, reason: 'Nghị quyết' }, headers: { 'if-match': tag } });
const change = async (api: Api, period: string, settings: object) => put(api, period, await tagOf(api, period), settings);
const named = (name: string) => ({ agencies: { [A]: { name } } });
const ownOf = (period: string) => partitionOf(plan.id, Period.parse(period));

/** Does something right before the first commit of a period that is as told. */
function beforeFirst(store: MemoryTable, period: string, isIt: (changes: readonly Change[]) => boolean, act: () => Promise<unknown>) {
  const commit = store.commit.bind(store);
  store.commit = async (partition, changes) => {
    if (partition === ownOf(period) && isIt(changes)) {
      store.commit = commit;
      await act();
    }
    return commit(partition, changes);
  };
}

const writes = (row: string) => (changes: readonly Change[]) => changes.some((one) => one.row === row);
const begins = (state: PeriodRow['state']) => (changes: readonly Change[]) =>
  changes.some(({ row, value }) => row === PERIOD_ROW && PeriodRow.safeParse(value).data?.state === state);

test('an earlier period’s settings that are changed while a later one is being closed leave no report out of its matrix', async () => {
  const store = new MemoryTable();
  const api = await anApi(store);
  await open(api, '2027');
  const [held, holding] = [gate(), gate()];
  let sent: Promise<{ status: number }> | null = null;
  const [list, commit] = [store.list.bind(store), store.commit.bind(store)];
  // An earlier period's settings change once the closing has begun and looked at what it is to freeze.
  let isChanged = false;
  store.list = async (partition, prefix) => {
    const found = await list(partition, prefix);
    if (!isChanged && partition === ownOf('2027') && prefix === HEADS && (await stateOf(store)) === 'closing') {
      isChanged = true;
      expect((await change(api, '2026', named('UBND phường Mới'))).status).toBe(200);
    }
    return found;
  };
  // A report that was let in before comes to be stored as late as it can: when the matrix stands.
  store.commit = async (partition, changes) => {
    if (partition === ownOf('2027') && changes.some(({ row }) => row.startsWith(VERSIONS))) {
      holding.open();
      await held.opened;
    }
    const done = await commit(partition, changes);
    if (partition === ownOf('2027') && writes(frozenRow(1))(changes)) {
      held.open();
      await sent;
    }
    return done;
  };
  sent = api.put(A, { ...aReport(A), period: '2027' }, 0, { period: '2027' });
  await holding.opened;
  expect((await close(api, '2027')).status).toBe(200);
  const { status } = await sent;
  const { indicators } = (await api.call('VPUB', 'GET', '/periods/2027/matrix')).json;
  const { cells } = indicators.find(({ id }: { id: string }) => id === 'PL1.I.1.3');
  expect([isChanged, cells[A].state === 'reported']).toEqual([true, status === 201]);
});

/** A promise that somebody else keeps. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

const stateOf = async (store: MemoryTable) => PeriodRow.safeParse((await store.read(ownOf('2027'), PERIOD_ROW))?.value).data?.state;

test.each([false, true])(
  'of two who change one period at once the later periods have what the winner said (closed: %s)',
  async (isClosed) => {
    const store = new MemoryTable();
    const api = await anApi(store);
    await open(api, '2027');
    if (isClosed) await close(api, '2027');
    const tag = await tagOf(api, '2026');
    beforeFirst(store, '2026', writes(SETTINGS_ROW), () => change(api, '2026', named('UBND phường Nhanh')));
    expect((await put(api, '2026', tag, { ...named('UBND phường Chậm'), contacts: { [A]: { name: 'Trần Bình' } } })).status).toBe(412);
    if (isClosed) await reopen(api, '2027');
    expect([await nameIn(api, '2026'), await nameIn(api, '2027')]).toEqual(['UBND phường Nhanh', 'UBND phường Nhanh']);
    expect((await api.call('VPUB', 'GET', '/periods/2027/settings')).json.settings.contacts).toBeUndefined();
  },
);

test('settings that come when their period has been closed are refused, and change nothing of it', async () => {
  const store = new MemoryTable();
  const api = await anApi(store);
  beforeFirst(store, '2026', writes(SETTINGS_ROW), () => close(api, '2026'));
  expect((await change(api, '2026', named('UBND phường Muộn'))).status).toBe(409);
  expect((await api.call('VPUB', 'GET', '/periods/2026/settings')).json.settings.agencies).toEqual({});
});

test('settings of an earlier period that come when the later one has been closed wait there', async () => {
  const store = new MemoryTable();
  const api = await anApi(store);
  await open(api, '2027');
  beforeFirst(store, '2027', writes(SETTINGS_ROW), () => close(api, '2027'));
  expect((await change(api, '2026', named('UBND phường Mới'))).status).toBe(200);
  const was = await nameIn(api, '2027');
  await reopen(api, '2027');
  expect([was === 'UBND phường Mới', await nameIn(api, '2027')]).toEqual([false, 'UBND phường Mới']);
});

test('a close judges by the settings that are in force once it has begun', async () => {
  const store = new MemoryTable();
  const api = await anApi(store);
  beforeFirst(store, '2026', begins('closing'), () => change(api, '2026', { agencies: { [A]: { active: false } } }));
  expect((await close(api, '2026')).status).toBe(200);
  const { indicators } = (await api.call('VPUB', 'GET', '/periods/2026/matrix')).json;
  expect((await api.call('VPUB', 'GET', '/periods/2026/settings')).json.settings.agencies).toEqual({ [A]: { active: false } });
  expect(indicators.some(({ cells }: { cells: object }) => A in cells)).toBe(false);
});

test('a period that is opened while an earlier one is changed has it, whichever is first', async () => {
  for (const first of ['change', 'open'] as const) {
    const store = new MemoryTable();
    const api = await anApi(store);
    const changed = () => change(api, '2026', named('UBND phường Mới'));
    if (first === 'change') beforeFirst(store, '2027', begins('open'), changed);
    else beforeFirst(store, '2026', writes(SETTINGS_ROW), () => open(api, '2027'));
    expect((await (first === 'change' ? open(api, '2027') : changed())).status).toBeLessThan(300);
    for (const period of ['2026', '2027']) expect([first, await nameIn(api, period)]).toEqual([first, 'UBND phường Mới']);
  }
});

const SIGNING = { name: 'Trần Thị B', number: '715/BC-UBND' };
const signedIn = async (api: Api, period: string) => (await api.call('VPUB', 'GET', `/periods/${period}/settings`)).json.settings.signing;
const sign = async (api: Api, period: string) => {
  const { settings } = (await api.call('VPUB', 'GET', `/periods/${period}/settings`)).json;
  return change(api, period, { ...settings, signing: SIGNING });
};

test.each(['nothing', 'a name'])(
  'who signs while the period is being reopened or closed, with %s waiting, is lost to neither',
  async (waits) => {
    for (const begun of ['closing', 'closed', 'open'] as const) {
      const store = new MemoryTable();
      const api = await anApi(store);
      await open(api, '2027');
      if (begun === 'open') await close(api, '2027');
      if (waits === 'a name') await change(api, '2026', named('UBND phường Mới'));
      beforeFirst(store, '2027', begins(begun), async () => expect((await sign(api, '2027')).status).toBe(200));
      expect((await (begun === 'open' ? reopen : close)(api, '2027')).status).toBe(200);
      expect([begun, await signedIn(api, '2027')]).toEqual([begun, SIGNING]);
      await reopen(api, '2027');
      expect([begun, await signedIn(api, '2027')]).toEqual([begun, SIGNING]);
      if (waits === 'a name') expect([begun, await nameIn(api, '2027')]).toEqual([begun, 'UBND phường Mới']);
    }
  },
);

test('who signs while something is noted that is to wait is not lost to it', async () => {
  const store = new MemoryTable();
  const api = await anApi(store);
  await open(api, '2027');
  await close(api, '2027');
  beforeFirst(store, '2027', writes(WAITING_SETTINGS_ROW), async () => expect((await sign(api, '2027')).status).toBe(200));
  expect((await change(api, '2026', named('UBND phường Mới'))).status).toBe(200);
  await reopen(api, '2027');
  expect([await signedIn(api, '2027'), await nameIn(api, '2027')]).toEqual([SIGNING, 'UBND phường Mới']);
});

test('who signs together with what a close holds, when it has just begun, is refused and writes nothing', async () => {
  const store = new MemoryTable();
  const api = await anApi(store);
  beforeFirst(store, '2026', writes(SETTINGS_ROW), () => close(api, '2026'));
  expect((await change(api, '2026', { signing: SIGNING, deadline: '12-05' })).status).toBe(409);
  expect(await signedIn(api, '2026')).toBeUndefined();
});

const LATER = ['2026-Q2', '2026-Q3', '2026-Q4', '2026', '2027-Q1', '2027'];
const step = fc.record({
  period: fc.constantFrom(...LATER),
  act: fc.constantFrom('open', 'close', 'reopen', 'name', 'contact', 'nothing', 'sign'),
});

test('however later periods are opened, closed and reopened meanwhile, once open they say what the first one says, signed each by its own', async () => {
  const reporting = { ...plan.reporting, also: { quarter: { cutOff: -5, deadline: 10 } } };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 20 }), async (steps) => {
      const api = await anApi(new MemoryTable(), undefined, { plan: { ...plan, reporting }, agencies });
      await open(api, '2026-Q1');
      const opened = new Set(['2026-Q1', '2026']);
      const signed = new Map<string, object>();
      let said: object = {};
      for (const [k, { period, act }] of steps.entries()) {
        if (act === 'open') opened.add(period);
        if (act === 'open') await open(api, period);
        else if (act === 'close') await close(api, period);
        else if (act === 'reopen') await reopen(api, period);
        else if (act === 'sign') {
          if (!opened.has(period)) continue;
          const signing = { name: `Người ký ${k}` };
          const { settings } = (await api.call('VPUB', 'GET', `/periods/${period}/settings`)).json;
          expect((await change(api, period, { ...settings, signing })).status).toBe(200);
          signed.set(period, signing);
        } else {
          said =
            act === 'nothing' ? {} : { ...said, ...(act === 'name' ? named(`Tên ${k}`) : { contacts: { [A]: { name: `Người ${k}` } } }) };
          expect((await change(api, '2026-Q1', { agencies: {}, ...said })).status).toBe(200);
        }
      }
      for (const period of opened) {
        await reopen(api, period);
        const { settings } = (await api.call('VPUB', 'GET', `/periods/${period}/settings`)).json;
        const { agencies: names, contacts, signing } = settings;
        expect([period, { agencies: names, ...(contacts && { contacts }) }]).toEqual([period, { agencies: {}, ...said }]);
        expect([period, signing]).toEqual([period, signed.get(period)]);
      }
    }),
    { numRuns: 30 },
  );
});

test('of a reopening those are told who report from then on', async () => {
  const store = new MemoryTable();
  const api = await anApi(store);
  await open(api, '2027');
  await close(api, '2027');
  const NEW = 'XA-99001';
  const joined = { [NEW]: { name: 'UBND xã Tân Sơn', shortName: 'Xã Tân Sơn', kind: 'commune', succeeds: [A] }, [A]: { active: false } };
  expect((await change(api, '2026', { agencies: joined })).status).toBe(200);
  await reopen(api, '2027');
  const [posting] = (await store.list(ownOf('2027'), POSTINGS)).map(({ value }) => PostingRow.parse(value));
  expect([A, NEW].map((id) => posting?.agencies.some((one) => one === id))).toEqual([false, true]);
});

test('whichever call at the store fails, before or after it had its effect, what is sent again is whole, once', async () => {
  const whole = async (store: MemoryTable, act: (api: Api) => Promise<void>) => {
    const api = await anApi(store);
    await open(api, '2027');
    await close(api, '2027');
    await act(api);
    return api;
  };
  const asked = async (call: () => Promise<{ status: number }>) => {
    let { status } = await call();
    for (let k = 0; status === 503 && k < 3; k++) ({ status } = await call());
    expect(status).toBe(200);
  };
  for (const when of ['before', 'after'] as const)
    for (let nth = 1, hasFailed = true; hasFailed; nth++) {
      const store = new MemoryTable();
      hasFailed = false;
      const api = await whole(store, async (one) => {
        const tag = await tagOf(one, '2026');
        const commit = store.commit.bind(store);
        let k = 0;
        store.commit = async (partition, changes) => {
          k++;
          if (k === nth && when === 'before') hasFailed = true;
          if (k === nth && when === 'before') throw new StoreUnavailable('[store] "commit": gone');
          const done = await commit(partition, changes);
          if (k === nth) hasFailed = true;
          if (k === nth) throw new StoreUnavailable('[store] "commit": gone');
          return done;
        };
        await asked(() => put(one, '2026', tag, named('UBND phường Mới')));
        await asked(() => reopen(one, '2027'));
      });
      expect([when, nth, await nameIn(api, '2026'), await nameIn(api, '2027')]).toEqual([when, nth, 'UBND phường Mới', 'UBND phường Mới']);
      for (const period of ['2026', '2027']) {
        const { entries } = (await api.call('VPUB', 'GET', `/periods/${period}/audit`)).json;
        expect(entries.filter(({ action }: { action: string }) => action === 'settings')).toHaveLength(1);
      }
    }
});
