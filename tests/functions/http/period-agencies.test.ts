import type { AuditEntry } from '../../../contract/audit-entry.ts';
import { lastingSettings } from '../../../core/plan/lasting-settings.ts';
import { Period } from '../../../core/plan/period.ts';
import { Settings } from '../../../core/plan/settings.ts';
import { MemoryTable } from '../../../functions/store/memory-table.ts';
import { partitionOf } from '../../../functions/store/rows.ts';
import { StoreUnavailable } from '../../../functions/store/table.ts';
import { agencies, plan } from '../../support/a-form.ts';
import { anApi, aReport } from '../../support/an-api.ts';

const [A, B, NEW] = ['XA-21211', 'XA-21034', 'XA-99001'] as const;
const ROW = 'PL1.I.1.3';
type Api = Awaited<ReturnType<typeof anApi>>;

const lineOf = async (api: Api, period: string, id: string, caller = 'VPUB') =>
  (await api.call(caller, 'GET', `/periods/${period}/agencies`)).json.agencies.find((one: { id: string }) => one.id === id);
async function change(api: Api, period: string, settings: object, reason = 'Theo nghị quyết sắp xếp') {
  const etag = (await api.call('VPUB', 'GET', `/periods/${period}/settings`)).headers.ETag ?? '';
  return api.call('VPUB', 'PUT', `/periods/${period}/settings`, { body: { settings, reason }, headers: { 'if-match': etag } });
}
const paths = (answer: { json: { errors: { path: string }[] } }) => answer.json.errors.map(({ path }) => path);
const nameOf = (id: string) => agencies.find((one) => one.id === id)!.name;

const MERGED = {
  [NEW]: { name: 'UBND xã Tân Sơn', shortName: 'Xã Tân Sơn', kind: 'commune', succeeds: [A, B] },
  [A]: { active: false },
  [B]: { active: false },
};

test('an agency is called otherwise in a period, with whom to ask there for consolidators alone, and the reason is on record', async () => {
  const api = await anApi();
  const done = await change(api, '2026', {
    agencies: { [A]: { name: 'UBND phường Mới' } },
    contacts: { [A]: { name: 'Trần Bình', phone: '0255' } },
  });
  expect(done.status).toBe(200);
  expect(await lineOf(api, '2026', A)).toMatchObject({
    name: 'UBND phường Mới',
    groups: ['XA'],
    contact: { name: 'Trần Bình', phone: '0255' },
  });
  expect(await lineOf(api, '2026', A, 'SYT')).not.toHaveProperty('contact');
  expect((await api.call(A, 'GET', '/me')).json.name).toBe('UBND phường Mới');
  const { entries } = (await api.call('VPUB', 'GET', '/periods/2026/audit')).json;
  expect(entries.at(-1)).toMatchObject({ action: 'settings', reason: 'Theo nghị quyết sắp xếp' });
  expect((await api.call(A, 'PUT', '/periods/2026/settings', { body: {} })).status).toBe(403);
});

test('a closed period keeps names as they were, whatever the next period and the next release call the agencies', async () => {
  const store = new MemoryTable();
  const api = await anApi(store);
  await change(api, '2026', { agencies: { [A]: { name: 'UBND phường Mới' } } });
  await api.call('VPUB', 'POST', '/periods/2026/close', { body: {} });
  expect((await change(api, '2026', { agencies: {} })).status).toBe(409);
  await api.call('VPUB', 'POST', '/periods', { body: { period: '2027' } });
  expect(await lineOf(api, '2027', A)).toMatchObject({ name: 'UBND phường Mới' });
  await change(api, '2027', { agencies: { [A]: { name: 'UBND phường Mới Nữa' } } });
  const renamed = agencies.map((one) => ({ ...one, name: `${one.name} (2028)` }));
  const later = await anApi(store, new Date('2027-11-25T02:00:00Z'), { plan, agencies: renamed });
  expect(await lineOf(later, '2026', A)).toMatchObject({ name: 'UBND phường Mới' });
  expect(await lineOf(later, '2026', B)).toMatchObject({ name: nameOf(B) });
  expect(await lineOf(later, '2027', A)).toMatchObject({ name: 'UBND phường Mới Nữa' });
  expect(await lineOf(later, '2027', B)).toMatchObject({ name: `${nameOf(B)} (2028)` });
  // closing it again changes nothing; reopened it stands under the list in use
  await later.call('VPUB', 'POST', '/periods/2026/close', { body: {} });
  expect(await lineOf(later, '2026', B)).toMatchObject({ name: nameOf(B) });
  await later.call('VPUB', 'POST', '/periods/2026/reopen', { body: { reason: 'Đính chính' } });
  expect(await lineOf(later, '2026', B)).toMatchObject({ name: `${nameOf(B)} (2028)` });
});

test('an agency that two were merged into reports in their place, and its base is the sum of their counts', async () => {
  const api = await anApi();
  for (const [id, numerator] of [
    [A, 900],
    [B, 800],
  ] as const)
    await api.put(
      id,
      { ...aReport(id), indicators: { ...aReport(id).indicators, [ROW]: { state: 'reported', numerator, denominator: 1_000 } } },
      0,
    );
  await api.call('VPUB', 'POST', '/periods/2026/close', { body: {} });
  await api.call('VPUB', 'POST', '/periods', { body: { period: '2027' } });
  expect((await change(api, '2027', { agencies: MERGED })).status).toBe(200);
  const { agencies: status } = (await api.call('VPUB', 'GET', '/periods/2027/status')).json;
  const ids = status.map(({ agency }: { agency: string }) => agency);
  expect([ids.includes(NEW), ids.includes(A), ids.includes(B), ids.length]).toEqual([true, false, false, 111]);
  const ground = (await api.call('VPUB', 'GET', `/periods/2027/reports/${NEW}/ground`)).json;
  const row = ground.previous.indicators.find(({ id }: { id: string }) => id === ROW);
  expect(row.cells[NEW]).toMatchObject({ numerator: 1_700, denominator: 2_000 });
  expect((await api.call('VPUB', 'POST', '/keys', { body: { agency: NEW } })).status).toBe(201);
  expect((await api.call('SYT', 'GET', '/agencies')).json.agencies.some(({ id }: { id: string }) => id === NEW)).toBe(true);
  // a period in which they still reported knows nothing of it
  expect(await lineOf(api, '2026', NEW)).toBeUndefined();
  expect(await lineOf(api, '2026', A)).toMatchObject({ active: true });
});

test('what would name nobody, or two agencies alike, is refused with its path, all at once', async () => {
  const api = await anApi();
  const refused = await change(api, '2026', {
    agencies: {
      'XA-1': { name: 'UBND xã Một', kind: 'commune' },
      'XA-2': { name: 'UBND xã Hai', shortName: 'Xã Hai', kind: 'benh-vien' },
      XA: { name: 'UBND xã Ba', shortName: 'Xã Ba', kind: 'commune' },
      'XA-4': { active: false },
      [A]: { name: nameOf(B) },
      [B]: { succeeds: [B, 'XA-404', 'SYT'] },
    },
  });
  expect(refused.status).toBe(400);
  expect(paths(refused as never)).toEqual([
    'settings.agencies.XA-1',
    'settings.agencies.XA-2.kind',
    'settings.agencies.XA',
    `settings.agencies.${A}.name`,
    `settings.agencies.${B}.succeeds.0`,
    `settings.agencies.${B}.succeeds.1`,
    `settings.agencies.${B}.succeeds.2`,
    'settings.agencies.XA-4',
  ]);
});

test('a new period takes over names and successions, not who is excused from reporting', () => {
  const agencies = { ...MERGED, SYT: { active: false }, SNV: { name: 'Sở Nội vụ mới', active: false } };
  expect(lastingSettings(Settings.parse({ agencies, deadline: '12-05' })).agencies).toEqual({
    [NEW]: MERGED[NEW],
    [A]: { active: false },
    [B]: { active: false },
    SNV: { name: 'Sở Nội vụ mới' },
  });
});

const NAMED = { agencies: { [A]: { name: 'UBND phường Mới' } } };
const open = (api: Api, period: string) => api.call('VPUB', 'POST', '/periods', { body: { period } });
const close = (api: Api, period: string) => api.call('VPUB', 'POST', `/periods/${period}/close`, { body: {} });
const settingsIn = async (api: Api, period: string) => (await api.call('VPUB', 'GET', `/periods/${period}/settings`)).json.settings;

test('of an open later period what it says itself stands, what is taken back is taken back there too, and a closed one stays', async () => {
  const api = await anApi();
  for (const period of ['2027', '2028', '2029']) await open(api, period);
  await close(api, '2029');
  await change(api, '2028', { agencies: { [A]: { name: 'UBND phường Khác' }, SYT: { active: false } }, deadline: '12-05' });
  const names = () => Promise.all(['2026', '2027', '2028', '2029'].map(async (period) => (await lineOf(api, period, A)).name));
  await change(api, '2026', { ...NAMED, contacts: { [A]: { name: 'Trần Bình' } } });
  expect(await names()).toEqual(['UBND phường Mới', 'UBND phường Mới', 'UBND phường Khác', nameOf(A)]);
  expect((await lineOf(api, '2028', A)).contact).toEqual({ name: 'Trần Bình' });
  await change(api, '2026', { agencies: { [A]: { name: 'UBND phường Mới Hơn' } } });
  expect(await names()).toEqual(['UBND phường Mới Hơn', 'UBND phường Mới Hơn', 'UBND phường Khác', nameOf(A)]);
  await change(api, '2026', { agencies: {} });
  expect(await names()).toEqual([nameOf(A), nameOf(A), 'UBND phường Khác', nameOf(A)]);
  expect(await settingsIn(api, '2028')).toMatchObject({
    ...{ agencies: { [A]: { name: 'UBND phường Khác' }, SYT: { active: false } }, deadline: '12-05' },
  });
  // an earlier one knows nothing of what begins later
  await change(api, '2027', NAMED);
  expect(await names()).toEqual([nameOf(A), 'UBND phường Mới', 'UBND phường Khác', nameOf(A)]);
});

test('what is changed in an earlier period that was reopened goes past a closed one, and holds there too once that is reopened', async () => {
  const api = await anApi();
  for (const period of ['2027', '2028']) await open(api, period);
  for (const period of ['2026', '2027']) await close(api, period);
  const reopen = (period: string) => api.call('VPUB', 'POST', `/periods/${period}/reopen`, { body: { reason: 'Đính chính' } });
  await reopen('2026');
  const names = (...periods: string[]) => Promise.all(periods.map(async (period) => (await lineOf(api, period, A))?.name));
  await change(api, '2026', { agencies: { ...MERGED, ...NAMED.agencies, [A]: { ...MERGED[A], ...NAMED.agencies[A] } } });
  const was = await settingsIn(api, '2027');
  expect(await names('2026', '2027', '2028')).toEqual(['UBND phường Mới', nameOf(A), 'UBND phường Mới']);
  // one that is opened now has the closed one before it, yet also what was changed since
  await close(api, '2028');
  await open(api, '2029');
  expect(await names('2029')).toEqual(['UBND phường Mới']);
  expect((await lineOf(api, '2029', NEW))?.name).toBe(MERGED[NEW].name);
  // what is changed once more, and taken back, waits likewise
  await change(api, '2026', { agencies: { [A]: { name: 'UBND phường Mới Hơn' } } });
  expect(await names('2026', '2027', '2028', '2029')).toEqual(['UBND phường Mới Hơn', nameOf(A), 'UBND phường Mới', 'UBND phường Mới Hơn']);
  await open(api, '2030');
  expect([await names('2030'), await lineOf(api, '2030', NEW)]).toEqual([['UBND phường Mới Hơn'], undefined]);
  // nothing of it is in a closed period before somebody opens it again, and then it says where it comes from
  expect(await settingsIn(api, '2027')).toEqual(was);
  expect((await reopen('2027')).status).toBe(200);
  expect(await names('2027')).toEqual(['UBND phường Mới Hơn']);
  const { entries } = (await api.call('VPUB', 'GET', '/periods/2027/audit')).json;
  expect(entries.filter(({ action }: AuditEntry) => action === 'settings')).toEqual([
    expect.objectContaining({
      from: '2026',
      reason: 'Theo nghị quyết sắp xếp',
      settings: expect.objectContaining({ agencies: { [A]: { name: 'UBND phường Mới Hơn' } } }),
    }),
  ]);
  // and once only: what it says itself from now on stands when it is closed and reopened
  await change(api, '2027', { agencies: { [A]: { name: 'UBND phường Khác' } } });
  await close(api, '2027');
  await reopen('2027');
  expect(await names('2027')).toEqual(['UBND phường Khác']);
});

test('what a closed later period said itself stands when it is reopened; what it could not stand under is refused', async () => {
  const api = await anApi();
  await open(api, '2027');
  await change(api, '2027', { agencies: { [A]: { name: 'UBND phường Khác' } }, deadline: '12-05', reporters: { [ROW]: [B] } });
  await close(api, '2027');
  await change(api, '2026', { ...NAMED, contacts: { [A]: { name: 'Trần Bình' } } });
  const refused = await change(api, '2026', { agencies: { ...MERGED } });
  expect([refused.status, refused.json.errors]).toEqual([
    400,
    [{ path: `settings.reporters.${ROW}`, message: `Kỳ 2027 đã khóa, khi mở lại: Dòng ${ROW} sẽ không còn đơn vị nào phải báo cáo.` }],
  ]);
  // one that is opened after a closed one has what that one will have
  await open(api, '2028');
  expect(await settingsIn(api, '2028')).toMatchObject({
    agencies: { [A]: { name: 'UBND phường Khác' } },
    contacts: { [A]: { name: 'Trần Bình' } },
  });
  await api.call('VPUB', 'POST', '/periods/2027/reopen', { body: { reason: 'Đính chính' } });
  expect(await settingsIn(api, '2027')).toMatchObject({
    agencies: { [A]: { name: 'UBND phường Khác' } },
    contacts: { [A]: { name: 'Trần Bình' } },
    deadline: '12-05',
  });
});

test('a period that is reopened while a change of an earlier one is on its way has it', async () => {
  const store = new MemoryTable();
  const api = await anApi(store);
  await open(api, '2027');
  await close(api, '2027');
  const own = partitionOf(plan.id, Period.parse('2027'));
  const commit = store.commit.bind(store);
  store.commit = async (partition, changes) => {
    if (partition === own) {
      store.commit = commit;
      await api.call('VPUB', 'POST', '/periods/2027/reopen', { body: { reason: 'Đính chính' } });
    }
    return commit(partition, changes);
  };
  expect((await change(api, '2026', NAMED)).status).toBe(200);
  for (const period of ['2026', '2027']) expect((await lineOf(api, period, A)).name).toBe('UBND phường Mới');
});

test('what a later period that is open could not stand under is refused, and nothing is changed anywhere', async () => {
  const api = await anApi();
  await open(api, '2027');
  await change(api, '2027', { agencies: {}, reporters: { [ROW]: [A] } });
  const refused = await change(api, '2026', { agencies: MERGED });
  expect([refused.status, refused.json.errors]).toEqual([
    400,
    [{ path: `settings.reporters.${ROW}`, message: `Kỳ 2027 đang mở: Dòng ${ROW} sẽ không còn đơn vị nào phải báo cáo.` }],
  ]);
  expect([(await settingsIn(api, '2026')).agencies, (await settingsIn(api, '2027')).agencies]).toEqual([{}, {}]);
});

test('a change that broke off half-way is completed by sending it again; of one that came too late nothing stays', async () => {
  const store = new MemoryTable();
  const api = await anApi(store);
  await open(api, '2027');
  const { headers } = await api.call('VPUB', 'GET', '/periods/2026/settings');
  const put = (settings: object) =>
    api.call('VPUB', 'PUT', '/periods/2026/settings', {
      ...{ body: { settings, reason: 'Nghị quyết' }, headers: { 'if-match': headers.ETag ?? '' } },
    });
  const own = partitionOf(plan.id, Period.parse('2026'));
  const commit = store.commit.bind(store);
  store.commit = async (partition, changes) => {
    if (partition === own) throw new StoreUnavailable('[store] "commit": gone');
    return commit(partition, changes);
  };
  expect((await put(NAMED)).status).toBe(503);
  expect((await lineOf(api, '2026', A)).name).toBe(nameOf(A));
  store.commit = commit;
  expect((await put(NAMED)).status).toBe(200);
  for (const period of ['2026', '2027']) expect((await lineOf(api, period, A)).name).toBe('UBND phường Mới');
  expect(
    (await api.call('VPUB', 'GET', '/periods/2027/audit')).json.entries.filter(({ action }: AuditEntry) => action === 'settings'),
  ).toHaveLength(1);
  // somebody else changes them between the reading of this change and its commit
  const tag = (await api.call('VPUB', 'GET', '/periods/2026/settings')).headers.ETag ?? '';
  store.commit = async (partition, changes) => {
    if (partition === own) {
      store.commit = commit;
      await change(api, '2026', { ...NAMED, deadline: '12-05' });
    }
    return commit(partition, changes);
  };
  const late = await api.call('VPUB', 'PUT', '/periods/2026/settings', {
    body: { settings: { agencies: { [A]: { name: 'UBND phường Muộn' } } }, reason: 'Nghị quyết' },
    headers: { 'if-match': tag },
  });
  expect(late.status).toBe(412);
  for (const period of ['2026', '2027']) expect((await lineOf(api, period, A)).name).toBe('UBND phường Mới');
});

test('of periods of several kinds those have it that end on the same day or later, whenever they are opened', async () => {
  const reporting = { ...plan.reporting, also: { quarter: { cutOff: -5, deadline: 10 } } };
  const api = await anApi(new MemoryTable(), undefined, { plan: { ...plan, reporting }, agencies });
  for (const period of ['2026-Q1', '2026-Q2']) await open(api, period);
  await change(api, '2026-Q2', NAMED);
  await open(api, '2026-Q3');
  await open(api, '2027-Q1');
  const names = await Promise.all(
    ['2026-Q1', '2026-Q2', '2026-Q3', '2026', '2027-Q1'].map(async (period) => (await lineOf(api, period, A)).name),
  );
  expect(names).toEqual([nameOf(A), ...Array(4).fill('UBND phường Mới')]);
  // the year's settings, which end with the fourth quarter, reach neither quarter before
  await change(api, '2026', { agencies: { [A]: { name: 'UBND phường Cuối Năm' } } });
  expect([(await lineOf(api, '2026-Q3', A)).name, (await lineOf(api, '2027-Q1', A)).name]).toEqual([
    'UBND phường Mới',
    'UBND phường Cuối Năm',
  ]);
  await open(api, '2026-Q4');
  expect((await lineOf(api, '2026-Q4', A)).name).toBe('UBND phường Cuối Năm');
});
