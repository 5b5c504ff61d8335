import { PROBLEM_URN } from '../../../contract/problem-details.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { sendEventLetters } from '../../../functions/jobs/send-event-letters.ts';
import { mailServiceOf } from '../../../functions/mail/mail-service.ts';
import { anApi, aReport } from '../../support/an-api.ts';
import { AnSmtpServer } from '../../support/an-smtp-server.ts';

const OWN = 'XA-21211';
const AT = `/periods/2026/reports/${OWN}`;
const ADDRESS = 'https://phuluc.tinh.example';
let server: AnSmtpServer;
beforeEach(async () => {
  server = await AnSmtpServer.started();
});
afterEach(() => server.stop());

async function aDesk() {
  const api = await anApi();
  const smtp = { host: '127.0.0.1', port: server.port, secure: false, from: 'phuluc@tinh.example' };
  const to = new Map(api.deps.agencies.map(({ id }) => [id, [`${id.toLowerCase()}@tinh.example`]] as [AgencyId, string[]]));
  Object.assign(api.deps, { mail: mailServiceOf({ smtp, to }), address: ADDRESS });
  const review = (decision: string, more: object = {}) =>
    api.call('VPUB', 'POST', `${AT}/review`, { body: { version: 1, decision, ...more } });
  return { ...api, review };
}
const textOf = (k: number): string => server.mails[k]?.text.replaceAll('\r\n', '\n') ?? '';

test('what happens to a report is told to its agency at once, with address and contact, each once', async () => {
  const { deps, put, review } = await aDesk();
  await put(OWN, aReport(OWN), 0);
  await review('return', { remarks: { 'PL1.I.1.3': 'Nêu nguồn' }, remark: 'Rà soát lại' });
  await review('accept');
  for (let k = 0; k < 2; k++) await sendEventLetters(deps);
  const subjects = server.mails.map(({ to, headers }) => [to.join(), headers.get('subject')?.replace('[Phụ lục số] Kỳ 2026: ', '')]);
  const mine = `${OWN.toLowerCase()}@tinh.example`;
  expect(subjects.sort()).toEqual([
    [mine, 'Báo cáo được chấp nhận'],
    [mine, 'Báo cáo được trả lại để sửa'],
    [mine, 'Đã nhận báo cáo'],
  ]);
  for (const { text } of server.mails) expect(text).toMatch(/Trang nộp báo cáo: https:\/\/phuluc\.tinh\.example\/\r?\nĐầu mối liên hệ: .+/);
  const back = server.mails.findIndex(({ headers }) => headers.get('subject')?.includes('trả lại'));
  expect(textOf(back)).toContain('Ý kiến chung: Rà soát lại');
  expect(textOf(back)).toMatch(/- I\.1\.3 \(.*\): Nêu nguồn/);
});

test('a refused submission and a repeated call tell nothing', async () => {
  const { deps, put } = await aDesk();
  await put(OWN, aReport(OWN), 0, { key: 'k' });
  await put(OWN, aReport(OWN), 0, { key: 'k' });
  const stale = await put(OWN, aReport(OWN, 940), 0);
  expect(stale.json.type).toBe(`${PROBLEM_URN}stale-version`);
  await sendEventLetters(deps);
  expect(server.mails).toHaveLength(1);
});

test('a reopening is told to every agency that reports, however often it is looked for', async () => {
  const { deps, call } = await aDesk();
  await call('VPUB', 'POST', '/periods/2026/close', { body: {} });
  await call('VPUB', 'POST', '/periods/2026/reopen', { body: { reason: 'Có số liệu sửa' } });
  for (let k = 0; k < 2; k++) await sendEventLetters(deps);
  expect(server.mails).toHaveLength(112);
  expect(textOf(0)).toContain('Lý do: Có số liệu sửa');
});

test('a contact of the settings stands in the letters', async () => {
  const { deps, call, put } = await aDesk();
  const contact = { name: 'Phòng Chuyển đổi số', phone: '0255 123 456', email: 'cds@tinh.example' };
  const set = await call('VPUB', 'PUT', '/periods/2026/settings', {
    body: { settings: { contact }, reason: 'Đầu mối' },
    headers: { 'if-match': '"0"' },
  });
  expect(set.status).toBe(200);
  await put(OWN, aReport(OWN), 0);
  await sendEventLetters(deps);
  expect(textOf(0)).toContain('Đầu mối liên hệ: Phòng Chuyển đổi số, điện thoại 0255 123 456, thư điện tử cds@tinh.example');
});

test('what could not be sent for days is not sent as news', async () => {
  const { deps, put, travel } = await aDesk();
  await put(OWN, aReport(OWN), 0);
  travel(new Date('2026-11-29T02:00:00Z'));
  await sendEventLetters(deps);
  expect([server.mails.length, server.connections]).toEqual([0, 0]);
});
