import { XLSX } from '../../../core/media-types.ts';
import { anApi, aReport } from '../../support/an-api.ts';

const [A, B] = ['XA-21211', 'XA-21034'];
const LATE = new Date('2026-12-02T02:00:00Z');

type Api = Awaited<ReturnType<typeof anApi>>;
const honours = async (api: Api) => (await api.call('VPUB', 'GET', '/periods/2026/honours')).json;
// biome-ignore lint/suspicious/noExplicitAny: an answer as it came
const lineOf = (answer: any, agency: string) =>
  answer.groups.flatMap(({ lines }: { lines: { agency: string }[] }) => lines).find((line: { agency: string }) => line.agency === agency);
// biome-ignore lint/suspicious/noExplicitAny: an answer as it came
const partOf = (answer: any, agency: string, part: string) =>
  lineOf(answer, agency).parts.find((one: { part: string }) => one.part === part);

const putWeights = (api: Api, honoursWeights: unknown, tag = '"0"') =>
  api.call('VPUB', 'PUT', '/periods/2026/settings', {
    body: { settings: { honours: honoursWeights }, reason: 'Thống nhất điểm' },
    headers: { 'if-match': tag },
  });

test('every group is ranked by itself, each part with its rule and weight, each point with the rows behind it', async () => {
  const api = await anApi();
  await api.put(A, aReport(A), 0);
  api.travel(LATE);
  await api.put(B, aReport(B), 0);
  const answer = await honours(api);
  expect(answer.groups.map(({ id, lines }: { id: string; lines: unknown[] }) => [id, lines.length])).toEqual([
    ['SBN', 16],
    ['XA', 96],
  ]);
  expect(answer.parts.map(({ weight }: { weight: number }) => weight)).toEqual([20, 30, 30, 20]);
  expect([lineOf(answer, A).rank, lineOf(answer, B).rank]).toEqual([1, 2]);
  expect(partOf(answer, A, 'timeliness')).toMatchObject({ got: 10, of: 10, points: 20 });
  expect(partOf(answer, B, 'timeliness')).toMatchObject({
    got: 7,
    points: 14,
    facts: [{ row: null, counts: 'against', says: 'Nhận ngày 02/12/2026, hạn 29/11/2026: muộn 3 ngày.' }],
  });
  expect(partOf(answer, A, 'evidence').facts).toContainEqual({ row: 'PL1.I.1.3', counts: 'against', says: 'Chưa nêu tài liệu kiểm chứng' });
});

test('who sent in time and corrects it later, or after a return, is not late', async () => {
  const api = await anApi();
  await api.put(A, aReport(A), 0);
  await api.call('VPUB', 'POST', `/periods/2026/reports/${A}/review`, {
    body: { version: 1, decision: 'return', remarks: { 'PL1.I.1.3': 'Xem lại' } },
  });
  api.travel(LATE);
  await api.put(A, aReport(A, 960), 1);
  const { agencies } = (await api.call('VPUB', 'GET', '/periods/2026/status')).json;
  expect(agencies.find(({ agency }: { agency: string }) => agency === A).daysLate).toBe(3);
  expect(partOf(await honours(api), A, 'timeliness')).toMatchObject({ got: 10, of: 10 });
});

test('weights are settings: they change the points; what is no whole is refused with its path', async () => {
  const api = await anApi();
  await api.put(A, aReport(A), 0);
  const refused = await putWeights(api, { timeliness: 50, completeness: 30, met: 30, evidence: 20 });
  expect([refused.status, refused.json.errors]).toEqual([
    400,
    [{ path: 'settings.honours', message: 'Điểm tối đa của các phần cộng lại là 130, phải là 100.' }],
  ]);
  for (const bad of [
    { timeliness: 100 },
    { timeliness: 100, completeness: 0, met: 0, evidence: 0, khac: 0 },
    { timeliness: 99.5, completeness: 0.5, met: 0, evidence: 0 },
  ]) {
    const { status, json } = await putWeights(api, bad);
    expect([status, json.errors.every(({ path }: { path: string }) => path.startsWith('settings.honours'))]).toEqual([400, true]);
  }
  expect((await putWeights(api, { timeliness: 100, completeness: 0, met: 0, evidence: 0 })).status).toBe(200);
  const answer = await honours(api);
  expect([lineOf(answer, A).most, lineOf(answer, A).score, lineOf(answer, A).rank]).toEqual([100, 100, 1]);
  expect(lineOf(answer, B).score).toBe(0);
});

test('the list goes out as a workbook too; both are not sent again until something changes', async () => {
  const api = await anApi();
  await api.put(A, aReport(A), 0);
  for (const accept of ['application/json', XLSX]) {
    const first = await api.call('VPUB', 'GET', '/periods/2026/honours', { headers: { accept } });
    expect([first.status, first.headers['Content-Type']?.split(';')[0]]).toEqual([200, accept]);
    const again = { accept, 'if-none-match': first.headers.ETag ?? '' };
    expect((await api.call('VPUB', 'GET', '/periods/2026/honours', { headers: again })).status).toBe(304);
    await api.put(A, aReport(A, accept === XLSX ? 961 : 960), accept === XLSX ? 2 : 1);
    expect((await api.call('VPUB', 'GET', '/periods/2026/honours', { headers: again })).status).toBe(200);
  }
});

test('a closed period keeps its list', async () => {
  const api = await anApi();
  await api.put(A, aReport(A), 0);
  const { groups } = await honours(api);
  await api.call('VPUB', 'POST', '/periods/2026/close', { body: {} });
  api.travel(new Date('2027-03-01T02:00:00Z'));
  expect((await honours(api)).groups).toEqual(groups);
});

test('nothing of it is public, not even after publishing, nor does an agency get it', async () => {
  const api = await anApi();
  await api.put(A, aReport(A), 0);
  await putWeights(api, { timeliness: 97, completeness: 1, met: 1, evidence: 1 });
  await api.call('VPUB', 'POST', '/periods/2026/close', { body: {} });
  await api.call('VPUB', 'POST', '/periods/2026/publish');
  for (const path of ['/public', '/public/plan', '/public/2026']) {
    const { status, body } = await api.call('', 'GET', path);
    expect([path, status, /honours|timeliness|tôn vinh|"rank"|"score"/i.test(String(body))]).toEqual([path, 200, false]);
  }
  const ground = await api.call(A, 'GET', `/periods/2026/reports/${A}/ground`);
  expect([ground.status, 'honours' in ground.json.settings]).toEqual([200, false]);
  for (const [caller, status] of [
    ['', 401],
    [A, 403],
    ['SNV', 403],
  ] as const)
    expect((await api.call(caller, 'GET', '/periods/2026/honours')).status).toBe(status);
});
