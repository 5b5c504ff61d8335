import { DOCX } from '../../../core/media-types.ts';
import { MemoryTable } from '../../../functions/store/memory-table.ts';
import { agencies, plan } from '../../support/a-form.ts';
import { anApi, aReport } from '../../support/an-api.ts';

const A = 'XA-21211';
const HELD =
  'Kỳ báo cáo đã khóa: chỉ còn sửa được phần ký và gửi báo cáo; câu chữ của báo cáo. Các phần khác giữ như lúc khóa, vì là căn cứ của số liệu, đánh giá và tên đơn vị trong kỳ; muốn sửa thì mở lại kỳ.';
const SIGNED = { authority: 'TM. ỦY BAN NHÂN DÂN', onBehalfOf: 'KT. CHỦ TỊCH', title: 'PHÓ CHỦ TỊCH', name: 'Trần Thị B' };
const NUMBERED = { ...SIGNED, number: '715/BC-UBND', day: '2026-12-08' };
type Api = Awaited<ReturnType<typeof anApi>>;

const settingsOf = (api: Api, period = '2026') => api.call('VPUB', 'GET', `/periods/${period}/settings`);
const tagOf = async (api: Api) => (await settingsOf(api)).headers.ETag ?? '';
const put = (api: Api, tag: string, settings: object, period = '2026', caller = 'VPUB') =>
  api.call(caller, 'PUT', `/periods/${period}/settings`, { body: { settings, reason: 'Ghi người ký' }, headers: { 'if-match': tag } });
const change = async (api: Api, settings: object, caller = 'VPUB') => put(api, await tagOf(api), settings, '2026', caller);
const close = (api: Api, period = '2026') => api.call('VPUB', 'POST', `/periods/${period}/close`, { body: {} });
const reopen = (api: Api, period = '2026') => api.call('VPUB', 'POST', `/periods/${period}/reopen`, { body: { reason: 'Đính chính' } });
const changes = async (api: Api, period = '2026') =>
  (await api.call('VPUB', 'GET', `/periods/${period}/audit`)).json.entries.filter(
    ({ action }: { action: string }) => action === 'settings',
  );

async function closed(settings: object = {}): Promise<Api> {
  const api = await anApi();
  await api.put(A, aReport(A, 960), 0);
  expect((await change(api, settings)).status).toBe(200);
  expect((await close(api)).status).toBe(200);
  return api;
}

test('of a closed period signer, number, day and wording are taken, audited as ever, and the report has them', async () => {
  const api = await closed({ deadline: '12-05' });
  const before = await api.call('VPUB', 'GET', '/periods/2026/report');
  const reportText = { opening: 'Căn cứ {plan}, {issuer} báo cáo kết quả thực hiện {periodName} như sau:' };
  const wanted = { deadline: '12-05', signing: NUMBERED, reportText };
  const done = await change(api, wanted);
  expect([done.status, done.json.settings]).toEqual([200, { agencies: {}, reporters: {}, rules: [], waivers: [], ...wanted }]);
  const [, entry] = await changes(api);
  expect(entry).toMatchObject({ by: 'VPUB', action: 'settings', reason: 'Ghi người ký', settings: wanted });
  const after = await api.call('VPUB', 'GET', '/periods/2026/report', { headers: { 'if-none-match': before.headers.ETag ?? '' } });
  expect([after.status, after.headers.ETag === before.headers.ETag]).toEqual([200, false]);
  const { json } = await api.call('VPUB', 'POST', '/periods/2026/verify', { body: after.body, type: DOCX });
  expect([json.count > 100, json.differences]).toEqual([true, []]);
});

test('a report that was taken to be signed before its signer, number and day stood there holds afterwards as well', async () => {
  const api = await closed();
  const { body } = await api.call('VPUB', 'GET', '/periods/2026/report');
  expect((await change(api, { signing: NUMBERED })).status).toBe(200);
  const { json } = await api.call('VPUB', 'POST', '/periods/2026/verify', { body, type: DOCX });
  expect([json.count > 100, json.differences]).toEqual([true, []]);
});

test('whatever way signer and addressees are typed, a report with them leaves nothing to look at', async () => {
  const api = await closed();
  const signing = {
    ...NUMBERED,
    name: 'Trần  Thị Bích'.normalize('NFD'),
    addressees: ['Chính phủ'.normalize('NFD'), 'Bộ Khoa học\tvà Công nghệ'],
    recipients: ['Như trên', 'Các Phó Chủ tịch\nỦy ban nhân dân tỉnh', 'CVP, các PCVP  và ¼ phòng', 'Lưu: VT, KGVX'],
  };
  expect((await change(api, { signing })).status).toBe(200);
  const { body } = await api.call('VPUB', 'GET', '/periods/2026/report?rows=all&names=with&sources=with');
  const { json } = await api.call('VPUB', 'POST', '/periods/2026/verify', { body, type: DOCX });
  expect([json.differences, json.unchecked]).toEqual([[], []]);
});

test('nothing that is judged, counted or published is otherwise afterwards', async () => {
  const api = await closed({ agencies: { [A]: { name: 'UBND phường Cũ' } }, publicCoverage: 0 });
  await api.call('VPUB', 'POST', '/periods/2026/publish');
  const seen = async () => {
    const paths = ['/matrix', '/status', '/agencies', '/honours', ''];
    const own = await Promise.all(paths.map((path) => api.call('VPUB', 'GET', `/periods/2026${path}`)));
    const open = await Promise.all(['/public', '/public/2026', '/public/plan'].map((path) => api.call('', 'GET', path)));
    return [...own, ...open].map(({ status, json }) => [status, { ...json, settings: null }]);
  };
  const before = await seen();
  const held = { agencies: { [A]: { name: 'UBND phường Cũ' } }, publicCoverage: 0 };
  expect((await change(api, { ...held, signing: NUMBERED })).status).toBe(200);
  expect(await seen()).toEqual(before);
});

test('whatever else differs is refused as ever, with what can still be changed, and changes nothing', async () => {
  const api = await closed({ signing: SIGNED });
  const others: readonly object[] = [
    { deadline: '11-29' },
    { cutOff: '11-29' },
    { contact: { name: 'Lê Văn C' } },
    { contacts: { [A]: { name: 'Lê Văn C' } } },
    { agencies: { [A]: { name: 'UBND phường Mới' } } },
    { agencies: { [A]: { active: false } } },
    { reporters: { 'PL1.I.1.3': [A] } },
    { rules: [{ rule: 'both-counts', severity: 'off' }] },
    { waivers: [{ agency: A, rule: 'both-counts', row: null, reason: 'Thử' }] },
    { publicCoverage: 10 },
    { honours: { timeliness: 25, completeness: 25, met: 25, evidence: 25 } },
    { deadline: '02-30' }, // no day, and not asked about either
  ];
  for (const other of others)
    for (const signing of [SIGNED, NUMBERED]) {
      const { status, json } = await change(api, { ...other, signing });
      expect([other, status, json.type, json.detail]).toEqual([other, 409, 'urn:phuluc:problem:period-closed', HELD]);
    }
  expect((await settingsOf(api)).json.settings.signing).toEqual(SIGNED);
  expect(await changes(api)).toHaveLength(1);
});

test('another person’s change meanwhile is not lost, no tag is none, and the same sent again is there', async () => {
  const api = await closed();
  const tag = await tagOf(api);
  expect((await put(api, tag, { signing: SIGNED })).status).toBe(200);
  expect(await put(api, tag, { signing: { name: 'Người khác' } })).toMatchObject({
    status: 412,
    json: { type: 'urn:phuluc:problem:stale-version' },
  });
  expect((await put(api, '*', { signing: { name: 'Người khác' } })).status).toBe(412);
  expect((await put(api, tag, { signing: SIGNED })).status).toBe(200);
  expect(await changes(api)).toHaveLength(2);
});

test('who may not change settings may not sign either, and what is no signer is told with its path', async () => {
  const api = await closed();
  for (const [caller, status] of [
    ['', 401],
    [A, 403],
    ['SNV', 403],
  ] as const)
    expect((await put(api, '"0"', { signing: SIGNED }, '2026', caller)).status).toBe(status);
  const wrong = await change(api, { signing: { issuer: 'KHONG-CO', authority: 'PHÓ CHỦ TỊCH' }, reportText: {} });
  expect([wrong.status, wrong.json.errors.map(({ path }: { path: string }) => path)]).toEqual([
    400,
    ['settings.signing.issuer', 'settings.signing.authority'],
  ]);
});

test('a reopening, and a close after it, keep the signer', async () => {
  const api = await closed();
  await change(api, { signing: NUMBERED });
  for (const act of [reopen, close, reopen]) {
    expect((await act(api)).status).toBe(200);
    expect((await settingsOf(api)).json.settings.signing).toEqual(NUMBERED);
  }
});

test.each(['before', 'after'])(
  'what waits for a reopening waits beside a signer who is written %s it, and neither loses the other',
  async (when) => {
    const api = await anApi();
    await api.call('VPUB', 'POST', '/periods', { body: { period: '2027' } });
    await close(api, '2027');
    const named = { agencies: { [A]: { name: 'UBND phường Mới' } } };
    const sign = async () => {
      const { ETag = '' } = (await settingsOf(api, '2027')).headers;
      expect((await put(api, ETag, { signing: NUMBERED }, '2027')).status).toBe(200);
    };
    if (when === 'before') await sign();
    await change(api, named);
    if (when === 'after') await sign();
    const { settings, waiting } = (await settingsOf(api, '2027')).json;
    expect([settings.signing, settings.agencies, waiting.settings.signing, waiting.settings.agencies]).toEqual([
      NUMBERED,
      {},
      NUMBERED,
      named.agencies,
    ]);
    await reopen(api, '2027');
    expect((await settingsOf(api, '2027')).json.settings).toMatchObject({ ...named, signing: NUMBERED });
  },
);

test('a signer who is taken out again while something waits is not brought back by the reopening', async () => {
  const api = await anApi();
  await api.call('VPUB', 'POST', '/periods', { body: { period: '2027' } });
  await put(api, (await settingsOf(api, '2027')).headers.ETag ?? '', { signing: SIGNED }, '2027');
  await close(api, '2027');
  await change(api, { agencies: { [A]: { name: 'UBND phường Mới' } } });
  expect((await put(api, (await settingsOf(api, '2027')).headers.ETag ?? '', {}, '2027')).status).toBe(200);
  await reopen(api, '2027');
  expect((await settingsOf(api, '2027')).json.settings.signing).toBeUndefined();
});

test('settings that fit the plan of today no more keep nobody from signing what was closed under them', async () => {
  const ROW = 'PL1.I.1.3';
  const held = { reporters: { [ROW]: [A] }, waivers: [{ agency: A, rule: 'both-counts', row: ROW, reason: 'Thử' }] };
  const store = new MemoryTable();
  const before = await anApi(store);
  expect((await change(before, held)).status).toBe(200);
  await close(before);
  const amended = { ...plan, indicators: plan.indicators.filter(({ id }) => id !== ROW) };
  const api = await anApi(store, undefined, { plan: amended, agencies });
  expect((await change(api, { ...held, signing: NUMBERED })).status).toBe(200);
  const office = 'SKHCN-2';
  expect((await change(api, { ...held, signing: { issuer: office } })).json.errors[0].path).toBe('settings.signing.issuer');
});
