import { XLSX } from '../../../core/media-types.ts';
import { Agencies } from '../../../core/plan/agency.ts';
import type { PlanAndAgencies } from '../../../core/plan/plan.ts';
import { Plan } from '../../../core/plan/plan.ts';
import { agencyChanges, planChanges } from '../../../core/plan/plan-changes.ts';
import { withdrawPlan } from '../../../functions/periods/confirm-plan.ts';
import { notePlan } from '../../../functions/periods/note-plan.ts';
import { MemoryTable } from '../../../functions/store/memory-table.ts';
import { planInForce } from '../../../functions/store/plan-in-force.ts';
import { CONFIRMED_ROW, PLANS_PARTITION } from '../../../functions/store/plan-rows.ts';
import { soundTable } from '../../../functions/store/sound-table.ts';
import { planDigest } from '../../../functions/store/stored-plans.ts';
import { agencies, plan } from '../../support/a-form.ts';
import { anApi, aReport } from '../../support/an-api.ts';
import { changedPlanBook, planCell } from '../../support/plan-book.ts';
import { restoredCopy } from '../store/restored-copy.ts';

const FILES = { plan, agencies };
const [RENAMED, ENDED, ADDED] = ['PL1.I.1.3', 'PL1.I.2.3', 'PL1.I.1.9'];
const rowOf = (id: string) => plan.indicators.find((row) => row.id === id);
const AMENDED: PlanAndAgencies = {
  plan: Plan.parse({
    ...plan,
    indicators: [
      ...plan.indicators.map((row) => ({
        ...row,
        ...(row.id === RENAMED && { name: 'Tên sau khi sửa', renamed: [row.name] }),
        ...(row.id === ENDED && { until: '2026-06-30' }),
      })),
      { ...rowOf(RENAMED), id: ADDED, name: 'Chỉ tiêu bổ sung' },
    ],
  }),
  agencies: Agencies.parse(agencies.map((one) => (one.id === 'XA-21034' ? { ...one, active: false } : one))),
};

type Api = Awaited<ReturnType<typeof anApi>>;

/** A store and the server on it by the plan that is in force there. */
async function served(store = new MemoryTable(), at?: Date) {
  const { plan: own, agencies: staff, confirmed, withdrawn, tag: planTag } = await planInForce(store, FILES);
  const api = await anApi(store, at, { plan: own, agencies: staff });
  Object.assign(api.deps, { planTag, ...(confirmed && { confirmed }) });
  await notePlan(api.deps, withdrawn);
  return { store, api };
}
const standing = async (api: Api) => {
  const answer = await api.call('VPUB', 'GET', '/plan/standing');
  return { ...answer.json, etag: answer.headers.ETag };
};
const put = (
  api: Api,
  { plan: next, agencies: staff }: PlanAndAgencies,
  etag: string | null,
  caller = 'VPUB',
  reason = 'Quyết định sửa đổi',
) =>
  api.call(caller, 'PUT', '/plan', { body: { plan: next, agencies: staff, reason }, headers: etag === null ? {} : { 'if-match': etag } });
const preview = (api: Api, body: unknown) => api.call('VPUB', 'POST', '/plan/workbook', { body, type: XLSX });
const changed = async (api: Api, change: Parameters<typeof changedPlanBook>[1]) => {
  const book = await api.call('VPUB', 'GET', '/plan/workbook');
  return preview(api, await changedPlanBook(book.body as Uint8Array, change));
};
const changesIn = async (api: Api) =>
  (await api.call('VPUB', 'GET', '/periods/2026/audit')).json.entries
    .filter(({ action }: { action: string }) => action === 'plan-changed')
    .map(({ by, reason, changes }: Record<string, unknown>) => ({ by, reason, changes }));

test('the workbook of the plan in force, unchanged, changes nothing', async () => {
  const { api } = await served();
  const { status, json } = await changed(api, () => undefined);
  expect([status, json.findings.filter(({ severity }: { severity: string }) => severity === 'error')]).toEqual([200, []]);
  expect(json.preview).toMatchObject({ inForce: (await standing(api)).digest, changes: [] });
  expect(json.preview.effects).toEqual([{ period: '2026', sent: 0, rows: [], agencies: [] }]);
});

test('faults are told with sheet and cell, all of them, and nothing is previewed', async () => {
  const { api } = await served();
  const { json } = await changed(api, (book) => {
    planCell(book, 'Phụ lục I', RENAMED, 'Đơn vị báo cáo').value = 'SBM';
    planCell(book, 'Phụ lục II', 'PL2.I.2', 'Mục').value = 'IX';
    planCell(book, 'Đơn vị', 'STC', 'Mã').value = 'SNV';
  });
  const errors = json.findings.filter(({ severity }: { severity: string }) => severity === 'error');
  expect(errors.map(({ rule, sheet }: Record<string, string>) => `${rule} ${sheet}`)).toEqual(
    expect.arrayContaining(['unknown-agency Phụ lục I', 'unknown-section Phụ lục II', 'twice Đơn vị']),
  );
  expect(errors.every(({ cell }: { cell?: string }) => /^[A-Z]+\d+$/.test(cell ?? ''))).toBe(true);
  expect(json.preview).toBeNull();
});

test('what the change does to reports in force is told before anybody confirms', async () => {
  const { api } = await served();
  for (const agency of ['XA-21211', 'XA-21034']) await api.put(agency, aReport(agency), 0);
  const { json } = await changed(api, (book) => {
    planCell(book, 'Phụ lục I', ENDED, 'Hiệu lực đến').value = '30/06/2026';
    planCell(book, 'Đơn vị', 'XA-21034', 'Đang dùng').value = 'không';
  });
  const [ended, off] = json.preview.changes;
  expect(ended).toMatchObject({ row: ENDED, change: 'ended', cells: [{ column: 'Hiệu lực đến', before: '', after: '30/06/2026' }] });
  expect(off).toMatchObject({ agency: 'XA-21034', change: 'ended', cells: [{ column: 'Đang dùng', before: 'Có', after: 'Không' }] });
  const [effects] = json.preview.effects;
  expect(effects).toMatchObject({ period: '2026', sent: 2 });
  expect(effects.rows).toContainEqual({ row: ENDED, more: 0, fewer: 112, dropped: 2 });
  expect(effects.agencies).toContainEqual({ agency: 'XA-21034', more: 0, fewer: expect.any(Number), sent: true });
});

test('a plan that a person confirms is in force for whoever comes next, and stands in the audit with who, why and what', async () => {
  const { store, api } = await served();
  await api.put('XA-21211', aReport(), 0);
  const before = await standing(api);
  const done = await put(api, AMENDED, before.etag);
  expect([done.status, done.json.origin]).toEqual([200, 'desk']);
  const { api: after } = await served(store);
  expect((await after.call('VPUB', 'GET', '/plan')).json).toEqual(JSON.parse(JSON.stringify(AMENDED.plan)));
  const changes = [...planChanges(plan, AMENDED.plan), ...agencyChanges(agencies, AMENDED.agencies)];
  expect(await changesIn(after)).toEqual([{ by: 'VPUB', reason: 'Quyết định sửa đổi', changes }]);
  const [turn] = (await standing(after)).turns;
  expect(turn).toMatchObject({ by: 'VPUB', reason: 'Quyết định sửa đổi', origin: 'desk', changes });
  expect((await after.call('VPUB', 'GET', '/periods/2026/reports/XA-21211')).json.report).toEqual(aReport());
  expect(after.errors).toEqual([]);
});

test('two persons cannot put theirs over each other’s; a repeated call is done once', async () => {
  const { store, api } = await served();
  const { etag } = await standing(api);
  expect((await put(api, AMENDED, null)).status).toBe(428);
  expect((await put(api, AMENDED, etag)).status).toBe(200);
  // another person, on a server that has not noticed yet
  expect((await put(api, { ...AMENDED, agencies }, etag)).status).toBe(412);
  expect((await put(api, AMENDED, etag)).status).toBe(200);
  const { api: after } = await served(store);
  expect((await put(after, FILES, etag)).status).toBe(412);
  expect((await put(after, AMENDED, etag)).status).toBe(200);
  expect(await changesIn(after)).toHaveLength(1);
});

test.each([
  ['another plan', { ...FILES, plan: { ...plan, id: 'ke-hoach-khac' } }, 'máy chủ và kho dữ liệu riêng'],
  [
    'nobody left who could put it right',
    { ...FILES, agencies: agencies.map((one) => (one.id === 'VPUB' ? { ...one, roles: ['reporter' as const] } : one)) },
    'không còn là cơ quan tổng hợp',
  ],
  [
    'a period that was opened and would be none',
    { ...FILES, plan: Plan.parse({ ...plan, reporting: { ...plan.reporting, every: 'half' } }) },
    'không còn kỳ đã mở: 2026',
  ],
])('%s is not put in force', async (_, next, why) => {
  const { api } = await served();
  const { status, json } = await put(api, next, (await standing(api)).etag);
  expect([status, json.detail]).toEqual([400, expect.stringContaining(why)]);
});

test('a plan with faults of its own is refused with their places', async () => {
  const { api } = await served();
  const broken = { ...plan, indicators: plan.indicators.map((row) => (row.id === RENAMED ? { ...row, reporters: ['SBM'] } : row)) };
  const { status, json } = await put(api, { ...FILES, plan: broken }, (await standing(api)).etag);
  expect([status, json.errors.map(({ path }: { path: string }) => path)]).toEqual([400, [`plan.${RENAMED}.reporters.0`]]);
});

test('what the settings of a period name must still be there', async () => {
  const { api } = await served();
  const settings = { reporters: { [ADDED]: ['XA'] } };
  const { store, api: amended } = await served(new MemoryTable());
  await put(amended, AMENDED, (await standing(amended)).etag);
  const { api: after } = await served(store);
  const set = await after.call('VPUB', 'PUT', '/periods/2026/settings', {
    body: { settings, reason: 'Giao thêm' },
    headers: { 'if-match': '"0"' },
  });
  expect(set.status).toBe(200);
  const { status, json } = await put(after, FILES, (await standing(after)).etag);
  expect([status, json.detail]).toEqual([400, expect.stringContaining(`reporters.${ADDED}`)]);
  expect((await put(api, AMENDED, (await standing(api)).etag)).status).toBe(200);
});

test('a closed period stays under the agencies and the plan that it was closed under', async () => {
  const { store, api } = await served();
  await api.put('XA-21034', aReport('XA-21034'), 0);
  await api.call('VPUB', 'POST', '/periods/2026/close', { body: {} });
  const report = (await api.call('VPUB', 'GET', '/periods/2026/report?rows=all')).body;
  await put(api, AMENDED, (await standing(api)).etag);
  const { api: after } = await served(store, new Date('2026-12-26T02:00:00Z'));
  expect((await after.call('VPUB', 'GET', '/periods/2026/report?rows=all')).body).toEqual(report);
  expect((await after.call('VPUB', 'GET', '/periods/2026/reports/XA-21034')).status).toBe(200);
  expect(await changesIn(after)).toEqual([]);
});

test('a plan that comes into force while a period is being closed does not become the plan of that close', async () => {
  const { store, api } = await served();
  const { commit } = store;
  let switched = false;
  store.commit = async (partition, changes) => {
    if (!switched && changes.some(({ value }) => (value as { state?: string }).state === 'closed')) {
      switched = true;
      await put(api, AMENDED, (await standing(api)).etag);
      await served(store); // the others notice, and note it in the period that is not closed yet
    }
    return commit.call(store, partition, changes);
  };
  expect((await api.call('VPUB', 'POST', '/periods/2026/close', { body: {} })).status).toBe(200);
  const { api: after } = await served(store);
  expect(switched).toBe(true);
  expect((await after.call('VPUB', 'GET', '/periods/2026/reports/SNV/ground')).json.plan.indicators).toEqual(
    JSON.parse(JSON.stringify(plan.indicators)),
  );
});

test('agencies that another file brings at a start are audited as a plan is', async () => {
  const { store } = await served();
  const later = await anApi(store, undefined, { plan, agencies: AMENDED.agencies });
  await notePlan(later.deps);
  await notePlan(later.deps);
  expect(await changesIn(later)).toEqual([
    { by: 'phuluc', reason: undefined, changes: [{ agency: 'XA-21034', change: 'ended', fields: ['active'] }] },
  ]);
});

test.each([
  ['no workbook', 'x'],
  ['nothing', ''],
])('%s is refused', async (_, body) => {
  const { api } = await served();
  expect((await preview(api, body)).json.type).toBe('urn:phuluc:problem:not-a-workbook');
});

test('what was confirmed and cannot be read any more is known by what the store was served by; a plan that is gone stops the start', async () => {
  const { store, api } = await served();
  await put(api, AMENDED, (await standing(api)).etag);
  await served(store);
  const spoil = async (row: string) => {
    const entity = await store.read(PLANS_PARTITION, row);
    await store.commit(PLANS_PARTITION, [{ kind: 'replace', row, etag: entity?.etag ?? '', value: { spoilt: true } }]);
  };
  await spoil(CONFIRMED_ROW);
  expect((await planInForce(store, FILES)).plan).toEqual(AMENDED.plan);
  await spoil(planDigest(AMENDED.plan));
  for (const table of [store, await restoredCopy(store)])
    await expect(planInForce(soundTable(table), FILES)).rejects.toThrow('phuluc plan reset');
  expect(await withdrawPlan({ table: store, clock: () => new Date() }, { by: 'phuluc plan', reason: 'Hỏng' })).toBe('done');
  expect(await planInForce(store, FILES)).toMatchObject({ confirmed: null, plan: { id: plan.id } });
});

test('a plan of which nearly all is otherwise is confirmed and noted in few words, and whoever comes next is served', async () => {
  const { store, api } = await served();
  const many = Array.from({ length: 9_000 }, (_, k) => ({ ...agencies.at(-1), id: `XB-${10_000 + k}`, name: `Xã số ${k}`, active: false }));
  const next = { plan: { ...plan, title: `${plan.title} (sửa đổi)` }, agencies: Agencies.parse([...agencies, ...many]) };
  expect((await put(api, next, (await standing(api)).etag)).status).toBe(200);
  const { api: after } = await served(store);
  expect(await changesIn(after)).toEqual([
    { by: 'VPUB', reason: 'Quyết định sửa đổi', changes: [{ change: 'changed', fields: ['title', 'agencies'] }] },
  ]);
  expect(after.errors).toEqual([]);
});
