import { Period } from '../../../core/plan/period.ts';
import { Plan } from '../../../core/plan/plan.ts';
import { previousMatrix } from '../../../functions/periods/matrix-of.ts';
import { notePlan } from '../../../functions/periods/note-plan.ts';
import { dropUnreadableWaiting } from '../../../functions/periods/waiting-settings.ts';
import { MemoryTable } from '../../../functions/store/memory-table.ts';
import { PLAN_ROW, PLANS_PARTITION } from '../../../functions/store/plan-rows.ts';
import { PERIOD_ROW, partitionOf, SETTINGS_ROW, versionRow, WAITING_SETTINGS_ROW } from '../../../functions/store/rows.ts';
import { planDigest, storedPlan } from '../../../functions/store/stored-plans.ts';
import type { Table } from '../../../functions/store/table.ts';
import { agencies, plan } from '../../support/a-form.ts';
import { anApi, aReport } from '../../support/an-api.ts';

// What is stored and cannot be read is told, or stops what hangs on it: nothing else stands in its place unsaid.

const A = 'XA-21211';
const LATE = new Date('2026-12-02T02:00:00Z');
const NEXT = new Date('2027-11-15T02:00:00Z');
const of = (period: string) => partitionOf(plan.id, Period.parse(period));

async function spoil(store: Table, partition: string, row: string): Promise<void> {
  const entity = (await store.read(partition, row))!;
  await store.commit(partition, [{ kind: 'replace', row, etag: entity.etag, value: { spoilt: true } }]);
}

type Api = Awaited<ReturnType<typeof anApi>>;
const close = (api: Api, period: string) => api.call('VPUB', 'POST', `/periods/${period}/close`, { body: {} });
const open = (api: Api, period: string) => api.call('VPUB', 'POST', '/periods', { body: { period } });
const RENAMED = { agencies: { [A]: { name: 'UBND phường Mới' } } };
const set = (api: Api, period: string, settings: object, tag = '"0"') =>
  api.call('VPUB', 'PUT', `/periods/${period}/settings`, { body: { settings, reason: 'Nghị quyết' }, headers: { 'if-match': tag } });

test('a period is not opened without what lasts of settings that cannot be read: it is told, and opened once they are set anew', async () => {
  const store = new MemoryTable();
  const api = await anApi(store);
  expect((await set(api, '2026', RENAMED)).status).toBe(200);
  await spoil(store, of('2026'), SETTINGS_ROW);
  const refused = await open(api, '2027');
  expect([refused.status, refused.json.detail]).toEqual([503, expect.stringContaining('Thiết lập lưu của kỳ 2026 không đọc được')]);
  expect(await store.read(of('2027'), PERIOD_ROW)).toBeNull();
  expect((await set(api, '2026', RENAMED, '*')).status).toBe(200);
  expect((await open(api, '2027')).status).toBe(201);
  expect((await api.call('VPUB', 'GET', '/periods/2027/settings')).json.settings.agencies).toEqual(RENAMED.agencies);
  expect(api.errors).toEqual([]);
});

test('one that was opened before is not opened again, whatever cannot be read of another', async () => {
  const store = new MemoryTable();
  const api = await anApi(store);
  await set(api, '2026', RENAMED);
  await open(api, '2027');
  await spoil(store, of('2026'), SETTINGS_ROW);
  expect((await open(api, '2027')).status).toBe(200);
});

test('a period is not reopened without what waits for it and cannot be read, nor is that replaced unsaid; once it is dropped by command, it is', async () => {
  const store = new MemoryTable();
  const api = await anApi(store);
  await open(api, '2027');
  await close(api, '2027');
  expect((await set(api, '2026', RENAMED)).status).toBe(200);
  await spoil(store, of('2027'), WAITING_SETTINGS_ROW);
  const reopen = () => api.call('VPUB', 'POST', '/periods/2027/reopen', { body: { reason: 'Đính chính' } });
  const told = async () => [(await reopen()).status, (await reopen()).json.detail];
  expect(await told()).toEqual([503, expect.stringContaining('Thiết lập chờ áp dụng khi mở lại')]);
  const { headers } = await api.call('VPUB', 'GET', '/periods/2026/settings');
  const again = { agencies: { [A]: { name: 'UBND phường Mới nữa' } } };
  expect((await set(api, '2026', again, headers.ETag)).status).toBe(200);
  expect(await told()).toEqual([503, expect.anything()]);
  expect((await open(api, '2028')).json.detail).toContain('Thiết lập lưu của kỳ 2027 không đọc được');
  expect((await api.call('VPUB', 'GET', '/periods/2027/settings')).status).toBe(200);
  const { table } = api.deps;
  const drop = (nonce: string) =>
    dropUnreadableWaiting(
      table,
      { partition: of('2027'), period: Period.parse('2027') },
      { by: 'phuluc settings', at: api.deps.clock(), nonce, reason: 'Kho hỏng' },
    );
  expect([await drop('one'), await drop('two')]).toEqual([true, false]);
  expect((await reopen()).status).toBe(200);
  const { entries } = (await api.call('VPUB', 'GET', '/periods/2027/audit')).json;
  expect(entries).toContainEqual(expect.objectContaining({ action: 'settings', by: 'phuluc settings', reason: 'Kho hỏng' }));
  expect(api.errors.filter((error) => !error.startsWith('UnreadableRowError'))).toEqual([]);
});

test('the year before, which cannot be read, is not taken for the one before that', async () => {
  const store = new MemoryTable();
  const api = await anApi(store, NEXT);
  for (const period of ['2026', '2027', '2028']) {
    await open(api, period);
    if (period === '2028') continue;
    await api.put(A, { ...aReport(), period }, 0, { period });
    expect((await close(api, period)).status).toBe(200);
  }
  const before = async () => (await previousMatrix(api.deps, { period: Period.parse('2028'), agencies }))?.period ?? null;
  expect(await before()).toBe('2027');
  await spoil(store, of('2027'), PERIOD_ROW);
  expect(await before()).toBeNull();
});

const AMENDED = Plan.parse({ ...plan, indicators: plan.indicators.map((row) => ({ ...row, targetText: `${row.targetText} (sửa)` })) });

test.each([
  ['what it was closed under', of('2026'), () => PLAN_ROW],
  ['the plan that it was closed under', PLANS_PARTITION, () => planDigest(plan)],
])(
  'a closed period of which %s cannot be read is not told by another plan; its figures are told of no more, it is reopened',
  async (_, partition, row) => {
    const store = new MemoryTable();
    const api = await anApi(store);
    await notePlan(api.deps);
    await api.put(A, aReport(), 0);
    expect((await close(api, '2026')).status).toBe(200);
    expect((await api.call('VPUB', 'POST', '/periods/2026/publish', { body: {} })).status).toBe(200);
    await spoil(store, partition, row());
    const amended = await anApi(store, undefined, { plan: AMENDED, agencies });
    await notePlan(amended.deps);
    for (const path of ['/periods/2026/appendix', '/periods/2026/report?rows=all', `/periods/2026/reports/${A}/ground`, '/public/2026']) {
      const { status, json } = await amended.call('VPUB', 'GET', path);
      expect([path, status, json?.detail]).toEqual([path, 503, expect.stringContaining('không đọc được')]);
    }
    expect((await amended.call('VPUB', 'POST', '/periods/2026/reopen', { body: { reason: 'Kho hỏng' } })).status).toBe(200);
    expect((await amended.call('VPUB', 'GET', '/periods/2026/appendix')).status).toBe(200);
  },
);

test('a plan that cannot be read any more is stored once more by whoever serves by it', async () => {
  const store = new MemoryTable();
  const api = await anApi(store);
  await notePlan(api.deps);
  await spoil(store, PLANS_PARTITION, planDigest(plan));
  const later = await anApi(store);
  await notePlan(later.deps);
  expect(await storedPlan(later.deps.table, planDigest(plan))).toEqual(plan);
});

test.each([
  ['too late', LATE, { of: 0, leftOut: 'Không rõ ngày nhận báo cáo.' }],
  ['in time too', undefined, { got: 10, of: 10, leftOut: null }],
])('whose first version cannot be read is not called late for that; the newest is %s', async (_, at, timeliness) => {
  const store = new MemoryTable();
  const api = await anApi(store);
  await api.put(A, aReport(), 0);
  if (at) api.travel(at);
  await api.put(A, aReport(A, 960), 1);
  await spoil(store, of('2026'), versionRow(A as never, 1));
  const { groups } = (await api.call('VPUB', 'GET', '/periods/2026/honours')).json;
  const line = groups.flatMap(({ lines }: { lines: { agency: string }[] }) => lines).find(({ agency }: { agency: string }) => agency === A);
  expect(line.parts.find(({ part }: { part: string }) => part === 'timeliness')).toMatchObject(timeliness);
});
