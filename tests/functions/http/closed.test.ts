import { SETTINGS_AFTER_CLOSE } from '../../../core/wording/settings-parts.ts';
import { anApi, aReport } from '../../support/an-api.ts';

const OWN = 'XA-21211';
const ROW = 'PL1.I.1.3';
type Api = Awaited<ReturnType<typeof anApi>>;

async function anApiWithReport(): Promise<Api> {
  const api = await anApi();
  const headers = { 'idempotency-key': 'k', 'if-none-match': '*' };
  expect((await api.call(OWN, 'PUT', `/periods/2026/reports/${OWN}`, { body: aReport(OWN), headers })).status).toBe(201);
  return api;
}

const review = (api: Api, body: object) => api.call('VPUB', 'POST', `/periods/2026/reports/${OWN}/review`, { body });
const audited = async (api: Api, action: string) => {
  const { entries } = (await api.call('VPUB', 'GET', '/periods/2026/audit')).json;
  return entries.filter((one: { action: string }) => one.action === action);
};
async function settingsChanged({ call }: Api, period: string, settings: object, reason: unknown = 'Theo nghị quyết') {
  const etag = (await call('VPUB', 'GET', `/periods/${period}/settings`)).headers.ETag ?? '';
  return call('VPUB', 'PUT', `/periods/${period}/settings`, { body: { settings, reason }, headers: { 'if-match': etag } });
}

test('a closed period says to each what it does not take any more: a report, a review, settings, a handout', async () => {
  const api = await anApiWithReport();
  await api.call('VPUB', 'POST', '/periods/2026/close', { body: {} });
  const headers = { 'idempotency-key': 'l', 'if-match': '"1"' };
  const answers = [
    await api.call(OWN, 'PUT', `/periods/2026/reports/${OWN}`, { body: aReport(OWN), headers }),
    await review(api, { version: 1, decision: 'accept', remarks: {} }),
    await settingsChanged(api, '2026', { deadline: '11-30' }),
    await api.call('VPUB', 'POST', '/periods/2026/handout', { body: { agencies: [OWN] } }),
  ];
  expect(answers.map(({ status, json }) => [status, json.type, json.detail])).toEqual(
    [
      'Kỳ báo cáo đã khóa nên không nhận thêm. Liên hệ cơ quan tổng hợp nếu cần mở lại.',
      'Kỳ báo cáo đã khóa nên báo cáo chỉ để xem, không chấp nhận hay trả lại được. Cơ quan tổng hợp mở lại kỳ rồi thẩm định.',
      SETTINGS_AFTER_CLOSE,
      'Kỳ báo cáo đã khóa nên không giao biểu nữa. Mở lại kỳ này, hoặc giao biểu của kỳ đang mở.',
    ].map((detail) => [409, 'urn:phuluc:problem:period-closed', detail]),
  );
  // No code was given out, and none is told of.
  expect(await audited(api, 'handout')).toEqual([]);
});

test('what a report is returned with is the reason in the audit: of the whole of it, then row by row', async () => {
  const api = await anApiWithReport();
  const remarks = { [ROW]: 'Đối chiếu mẫu số', 'PL2.I.1': 'Nêu số văn bản' };
  const asked = { version: 1, decision: 'return', remark: 'Rà soát lại', remarks };
  expect((await review(api, asked)).status).toBe(200);
  expect((await audited(api, 'return')).map(({ reason }: { reason: string }) => reason)).toEqual([
    'Rà soát lại; I.1.3: Đối chiếu mẫu số; I.1: Nêu số văn bản',
  ]);
  await review(api, { version: 1, decision: 'return', remarks: { [ROW]: 'a'.repeat(4_000) } });
  const [, long] = await audited(api, 'return');
  expect([long.reason.length, long.reason.slice(0, 8), long.reason.at(-1)]).toEqual([4_000, 'I.1.3: a', '…']);
});

test.each(['', '   ', '\u2800', '\u200b'])('a reason of which nothing can be seen is told of once, in words: %j', async (reason) => {
  const api = await anApi();
  const blank = [{ path: 'reason', message: 'Chưa có nội dung. Ghi nội dung này.' }];
  expect((await settingsChanged(api, '2026', {}, reason)).json.errors).toEqual(blank);
  await api.call('VPUB', 'POST', '/periods/2026/close', { body: {} });
  expect((await api.call('VPUB', 'POST', '/periods/2026/reopen', { body: { reason } })).json.errors).toEqual(blank);
});

test('a closed period says what waits for its reopening, and from where; an open one has nothing that waits', async () => {
  const api = await anApi();
  const settings = async (period: string) => (await api.call('VPUB', 'GET', `/periods/${period}/settings`)).json;
  await api.call('VPUB', 'POST', '/periods', { body: { period: '2027' } });
  await api.call('VPUB', 'POST', '/periods/2027/close', { body: {} });
  const renamed = { agencies: { [OWN]: { name: 'UBND phường Mới' } } };
  expect((await settingsChanged(api, '2026', renamed)).status).toBe(200);
  expect((await settings('2026')).waiting).toBeUndefined();
  expect(await settings('2027')).toMatchObject({
    settings: { agencies: {} },
    waiting: { from: '2026', reason: 'Theo nghị quyết', settings: renamed },
  });
  await api.call('VPUB', 'POST', '/periods/2027/reopen', { body: { reason: 'Bổ sung' } });
  const reopened = await settings('2027');
  expect([reopened.settings.agencies, reopened.waiting]).toEqual([renamed.agencies, undefined]);
});
