import type { Period } from '../../../core/plan/period.ts';
import { openPeriod } from '../../../functions/periods/period-context.ts';
import { MemoryTable } from '../../../functions/store/memory-table.ts';
import { StoreUnavailable } from '../../../functions/store/table.ts';
import { anApi } from '../../support/an-api.ts';
import { SteppedTable } from '../protocol/stepped-table.ts';

type Api = Awaited<ReturnType<typeof anApi>>;
const opens = (api: Api, period: unknown, caller = 'VPUB') => api.call(caller, 'POST', '/periods', { body: { period } });
const first = {
  period: '2026',
  state: 'open',
  closes: 0,
  from: '2025-12-15',
  cutOff: '2026-11-14',
  deadline: '2026-11-29',
  asOf: null,
  publishedAt: null,
};

test('the periods that were opened are listed, the earliest first', async () => {
  const api = await anApi();
  expect((await api.call('XA-21211', 'GET', '/periods')).json).toEqual({ periods: [first] });
  await opens(api, '2029');
  await opens(api, '2027');
  await api.call('VPUB', 'POST', '/periods/2026/close', { body: {} });
  const { json } = await api.call('XA-21211', 'GET', '/periods');
  expect(json.periods.map(({ period, state, asOf }: typeof first) => [period, state, asOf])).toEqual([
    ['2026', 'closed', '2026-11-25T02:00:00.000Z'],
    ['2027', 'open', null],
    ['2029', 'open', null],
  ]);
});

test('a year of the plan is opened once, and by whom is on the record', async () => {
  const api = await anApi();
  const made = await opens(api, '2027');
  expect([made.status, made.json]).toEqual([
    201,
    { ...first, period: '2027', from: '2026-12-15', cutOff: '2027-11-14', deadline: '2027-11-29' },
  ]);
  const again = await opens(api, '2027', 'SKHCN');
  expect([again.status, again.json]).toEqual([200, made.json]);
  expect((await api.call('VPUB', 'GET', '/periods/2027/audit')).json.entries).toEqual([
    { at: '2026-11-25T02:00:00.000Z', by: 'VPUB', action: 'open' },
  ]);
});

test('a closed period stays closed, whoever opens it', async () => {
  const api = await anApi();
  await api.call('VPUB', 'POST', '/periods/2026/close', { body: {} });
  expect(await opens(api, '2026')).toMatchObject({ status: 200, json: { state: 'closed', closes: 1 } });
});

test.each(['2025', '2031', '1999', '27', 2027, null, undefined])('%p is no year of the plan', async (period) => {
  const { status, json } = await opens(await anApi(), period);
  expect([status, json.type, json.errors.map(({ path }: { path: string }) => path)]).toEqual([
    400,
    'urn:phuluc:problem:invalid-request',
    ['period'],
  ]);
});

test('an opening whose answer was lost is heard of as done, and a failed one leaves nothing', async () => {
  const { deps } = await anApi();
  for (const outcome of ['repeated', 'refused'] as const) {
    const table = new MemoryTable();
    const faulty: SteppedTable = new SteppedTable(table, () => faulty.release(outcome));
    const opener = { by: 'VPUB', at: deps.clock(), nonce: 'n' };
    const heard = openPeriod({ table: faulty, plan: deps.plan }, '2027' as Period, opener);
    if (outcome === 'repeated') expect(await heard).toBe('opened');
    else await expect(heard).rejects.toThrow(StoreUnavailable);
    expect((await table.partitions()).length).toBe(outcome === 'repeated' ? 1 : 0);
  }
});
