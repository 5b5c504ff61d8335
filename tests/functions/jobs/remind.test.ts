import { getRemindersRoute } from '../../../contract/routes/get-reminders.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { remind } from '../../../functions/jobs/remind.ts';
import { mailServiceOf } from '../../../functions/mail/mail-service.ts';
import { MailUnavailable } from '../../../functions/mail/mailer.ts';
import { closePeriod } from '../../../functions/periods/close.ts';
import { OutboxRow, outboxOf } from '../../../functions/store/letter-rows.ts';
import { StoreUnavailable, type Table } from '../../../functions/store/table.ts';
import { FINANCE, row, TINH_KHE } from '../../support/a-form.ts';
import { APeriod, counts } from '../../support/a-period.ts';
import { embeddedStore } from '../../support/a-store.ts';
import { AnSmtpServer } from '../../support/an-smtp-server.ts';

const OFFICE = 'VPUB' as AgencyId;
const ADDRESSES = new Map<AgencyId, string[]>([
  [FINANCE, ['stc@tinh.example']],
  [TINH_KHE, ['tinhkhe@tinh.example', 'vanphong@tinh.example']],
  [OFFICE, ['vpub@tinh.example']],
]);
const REPORT = { indicators: { [row('PL1.I.1.1')]: counts(1, 2) } };
const store = embeddedStore();
let server: AnSmtpServer;
let period: APeriod;

/** A period on a real store, on the day five days before the deadline at 8:00 in Viet Nam; all but a few agencies have sent. */
const aPeriod = async ({ mail = true, table }: { mail?: boolean; table?: Table } = {}): Promise<APeriod> => {
  const opened = await APeriod.opened({ table: table ?? (await store.empty()), now: '2026-11-24T01:00:00Z' });
  const smtp = { host: '127.0.0.1', port: server.port, secure: false, from: 'phuluc@tinh.example' };
  if (mail) Object.assign(opened.deps, { mail: mailServiceOf({ smtp, to: ADDRESSES }) });
  for (const { id } of opened.deps.agencies) if (id !== TINH_KHE && id !== 'XA-21172') await opened.sends(id, REPORT);
  return opened;
};
const letters = async ({ deps, partition }: APeriod, day = '2026-11-24') =>
  (await deps.table.list(partition, outboxOf(day as never))).map(({ value }) => OutboxRow.parse(value));
const states = async (of: APeriod, day?: string) =>
  (await letters(of, day)).map(({ kind, agency, mail }) => `${kind} ${agency} ${mail.state}`);
const later = (hours: number) => {
  period.now = new Date(period.now.getTime() + hours * 3_600_000);
};

beforeAll(() => store.start());
afterAll(() => store.stop());
beforeEach(async () => {
  server = await AnSmtpServer.started();
});
afterEach(() => server.stop());

test('both consolidators are told whose report cannot be read any more, also where nobody else is to be reminded', async () => {
  period = await aPeriod({ mail: false });
  for (const id of [TINH_KHE, 'XA-21172' as AgencyId]) await period.sends(id, REPORT);
  await remind(period.deps);
  expect(await states(period)).toEqual([]);
  const { table } = period.deps;
  const { row: at, etag } = (await table.read(period.partition, `head|${TINH_KHE}`))!;
  await table.commit(period.partition, [{ kind: 'replace', row: at, etag, value: { spoilt: true } }]);
  await remind(period.deps);
  expect(await states(period)).toEqual(['digest SKHCN waiting', 'digest VPUB waiting']);
  expect((await letters(period))[0]?.text).toContain('Đã gửi nhưng báo cáo lưu trữ không đọc được, đề nghị gửi lại (1 đơn vị):\n- ');
});

test('on a reminder day the missing and both consolidators get a letter, once however often the timer runs', async () => {
  period = await aPeriod();
  await remind(period.deps);
  expect(await states(period)).toEqual(['digest SKHCN waiting', 'digest VPUB sent', 'missing XA-21172 waiting', 'missing XA-21211 sent']);
  later(1);
  await Promise.all([remind(period.deps), remind(period.deps)]);
  expect(server.mails.map(({ to, headers }) => [to, headers.get('subject')])).toEqual([
    [['vpub@tinh.example'], '[Phụ lục số] Kỳ 2026: Đã nhận 110/112 báo cáo; còn 5 ngày'],
    [['tinhkhe@tinh.example', 'vanphong@tinh.example'], '[Phụ lục số] Kỳ 2026: Còn 5 ngày, chưa nhận được báo cáo'],
  ]);
  expect(server.mails[0]!.text.replaceAll('\r\n', '\n')).toContain('Chưa gửi (2 đơn vị):\n- ');
});

test('a day without a reminder, and a closed period, write nothing', async () => {
  period = await aPeriod();
  period.now = new Date('2026-11-25T01:00:00Z');
  await remind(period.deps);
  expect(await states(period, '2026-11-25')).toEqual([]);
  period.now = new Date('2026-12-01T01:00:00Z');
  const { deps, period: year } = period;
  await closePeriod(deps.table, {
    plan: deps.plan.id,
    period: year,
    ground: async () => ({ agencies: [], matrixOf: () => ({}) as never, served: { digest: 'a', agencies: 'b' } }),
    by: OFFICE,
    at: period.now,
    nonce: 'c',
  });
  await remind(deps);
  expect(await states(period, '2026-12-01')).toEqual([]);
});

test('the day is that of Viet Nam, not of the host', async () => {
  period = await aPeriod();
  period.now = new Date('2026-11-23T17:30:00Z');
  await remind(period.deps);
  expect((await states(period)).length).toBe(4);
});

test('a returned report is reminded of with its remarks, until it is sent again', async () => {
  period = await aPeriod();
  period.now = new Date('2026-11-23T01:00:00Z');
  await period.reviewed(FINANCE, 1, 'return', { remarks: { [row('PL1.I.1.1')]: 'Kiểm tra lại mẫu số.' } });
  period.now = new Date('2026-11-25T01:00:00Z');
  await remind(period.deps);
  const mail = server.mails.find(({ to }) => to[0] === 'stc@tinh.example');
  expect(mail?.text).toMatch(/- I\.1\.1 \(.*\): Kiểm tra lại mẫu số\./);
  await period.sends(FINANCE, REPORT);
  period.now = new Date('2026-11-27T01:00:00Z');
  await remind(period.deps);
  expect((await states(period, '2026-11-27')).filter((one) => one.includes(FINANCE))).toEqual([]);
});

test('a letter whose cause is gone before it could be sent stays unsent', async () => {
  period = await aPeriod();
  await server.stop();
  await expect(remind(period.deps)).rejects.toThrow(MailUnavailable);
  await period.sends(TINH_KHE, REPORT);
  server = await AnSmtpServer.started();
  const smtp = { host: '127.0.0.1', port: server.port, secure: false, from: 'phuluc@tinh.example' };
  Object.assign(period.deps, { mail: mailServiceOf({ smtp, to: ADDRESSES }) });
  later(1);
  await remind(period.deps);
  expect(server.mails.map(({ to }) => to)).toEqual([['vpub@tinh.example']]);
  expect(await states(period)).toContain('missing XA-21211 waiting');
});

test('a server that has no time gets the letters with the next run', async () => {
  period = await aPeriod();
  server.onMail = 'busy';
  await expect(remind(period.deps)).rejects.toThrow('EMESSAGE 451');
  expect(await states(period)).toEqual([
    'digest SKHCN waiting',
    'digest VPUB waiting',
    'missing XA-21172 waiting',
    'missing XA-21211 waiting',
  ]);
  server.onMail = 'take';
  later(1);
  await remind(period.deps);
  expect((await letters(period)).map(({ mail }) => `${mail.state} ${mail.tries}`)).toEqual(['waiting 0', 'sent 2', 'waiting 0', 'sent 1']);
});

test('a crash while a letter is under way leaves it sending; an hour later it goes out again under the same name', async () => {
  const table = await store.empty();
  period = await aPeriod({ table });
  const crashing: Table = {
    read: (partition, at) => table.read(partition, at),
    list: (partition, prefix) => table.list(partition, prefix),
    listPage: (...page) => table.listPage(...page),
    commit: async (partition, changes) => {
      if (server.mails.length > 0) throw new StoreUnavailable('gone');
      return table.commit(partition, changes);
    },
    partitions: () => table.partitions(),
    ping: () => table.ping(),
    close: () => table.close(),
  };
  await expect(remind({ ...period.deps, table: crashing })).rejects.toThrow('gone');
  later(0.9);
  await remind(period.deps);
  expect(await states(period)).toEqual([
    'digest SKHCN waiting',
    'digest VPUB sending',
    'missing XA-21172 waiting',
    'missing XA-21211 sent',
  ]);
  later(0.1);
  await remind(period.deps);
  const digests = server.mails.filter(({ to }) => to[0] === 'vpub@tinh.example').map(({ headers }) => headers.get('message-id'));
  expect([digests.length, new Set(digests).size]).toEqual([2, 1]);
  expect(await states(period)).toContain('digest VPUB sent');
});

test('an address that the server does not know is not tried again', async () => {
  period = await aPeriod();
  server.unknown.add('vpub@tinh.example');
  await remind(period.deps);
  later(2);
  await remind(period.deps);
  expect((await letters(period)).find(({ agency }) => agency === OFFICE)?.mail).toMatchObject({ state: 'refused', tries: 1 });
});

test('consolidators read today’s letters and what became of them; nobody else does', async () => {
  period = await aPeriod();
  const list = async () =>
    (await period.asks(OFFICE, getRemindersRoute)).body.reminders.map(({ kind, agency, mail, due }) => `${kind} ${agency} ${mail} ${due}`);
  await remind(period.deps);
  expect(await list()).toEqual([
    'digest VPUB sent true',
    'digest SKHCN no-address true',
    'missing XA-21211 sent true',
    'missing XA-21172 no-address true',
  ]);
  await period.sends(TINH_KHE, REPORT);
  expect((await list()).at(-1)).toBe('missing XA-21211 sent false');
  period.now = new Date('2026-11-25T01:00:00Z');
  expect(await list()).toContain('digest VPUB not-due false');
  expect(await period.asks(FINANCE, getRemindersRoute)).toMatchObject({ status: 'forbidden' });
});

test('without a mail server the letters are there to copy, and hold no key and no name of a person', async () => {
  period = await aPeriod({ mail: false });
  await remind(period.deps);
  const { body } = await period.asks(OFFICE, getRemindersRoute);
  expect([body.mail, new Set(body.reminders.map(({ mail }) => mail))]).toEqual([false, new Set(['off'])]);
  expect(body.reminders.map(({ text }) => text).join()).not.toMatch(/pls_|@/);
  expect(server.connections).toBe(0);
});
