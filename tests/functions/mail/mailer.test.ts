import { type Mailer, MailUnavailable, openMailer } from '../../../functions/mail/mailer.ts';
import { AnSmtpServer } from '../../support/an-smtp-server.ts';

let server: AnSmtpServer;
let mailer: Mailer;
const letter = (to: string) => ({
  id: `id-${to.length}`,
  to: [to],
  subject: 'Kỳ 2026: còn 5 ngày, chưa nhận được báo cáo',
  text: 'Kính gửi: Ủy ban\n\nHạn gửi: 29/11/2026.\n',
});
const open = (over: object = {}) =>
  openMailer({ host: '127.0.0.1', port: server.port, secure: false, from: 'phuluc@tinh.example', ...over });

beforeEach(async () => {
  server = await AnSmtpServer.started();
  mailer = await open();
});
afterEach(async () => {
  mailer.close();
  await server.stop();
});

test('a letter arrives as it was written, marked as made by a machine, several over one connection', async () => {
  expect(await mailer.send(letter('xa1@tinh.example'))).toEqual({ ok: true, value: 'sent' });
  await mailer.send(letter('xa22@tinh.example'));
  const [first] = server.mails;
  expect(first).toMatchObject({
    from: 'phuluc@tinh.example',
    to: ['xa1@tinh.example'],
    text: expect.stringContaining('Kính gửi: Ủy ban\r\n\r\nHạn gửi: 29/11/2026.'),
  });
  expect(Object.fromEntries(first!.headers)).toMatchObject({
    subject: 'Kỳ 2026: còn 5 ngày, chưa nhận được báo cáo',
    from: 'Phụ lục số <phuluc@tinh.example>',
    'message-id': '<id-16@tinh.example>',
    'auto-submitted': 'auto-generated',
  });
  expect([server.mails.length, server.connections]).toEqual([2, 1]);
});

test('an address that nobody has is refused for good, and the next letter goes out all the same', async () => {
  server.unknown.add('nobody@tinh.example');
  expect(await mailer.send(letter('nobody@tinh.example'))).toEqual({ ok: false, error: 'refused' });
  expect(await mailer.send(letter('xa1@tinh.example'))).toMatchObject({ ok: true });
});

test.each(['busy', 'hang-up'] as const)('a server that is %s may take the letter another time', async (onMail) => {
  server.onMail = onMail;
  const failure = await mailer.send(letter('xa1@tinh.example')).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(MailUnavailable);
  expect(String(failure)).not.toContain('xa1@');
});

test('a server that cannot be reached is an outage, told without an address', async () => {
  await server.stop();
  const failure = await mailer.send(letter('xa1@tinh.example')).catch((error: unknown) => error);
  expect(String(failure)).toMatch(/^MailUnavailable: \[send mail\] "127\.0\.0\.1:\d+": (ESOCKET|ECONNECTION|ECONNREFUSED)/);
  server = await AnSmtpServer.started();
});

test('a password is never said to a server without TLS', async () => {
  mailer.close();
  mailer = await open({ user: 'phuluc', pass: 'mat-khau' });
  const failure = await mailer.send(letter('xa1@tinh.example')).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(MailUnavailable);
  expect(String(failure)).not.toContain('mat-khau');
  expect(server.mails).toEqual([]);
});
