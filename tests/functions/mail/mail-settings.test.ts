import { readMailSettings } from '../../../functions/mail/mail-settings.ts';
import { agencies } from '../../support/a-form.ts';

const SMTP = { host: 'mail.tinh.example', from: 'phuluc@tinh.example' };
const read = (smtp: unknown, to?: unknown) =>
  readMailSettings({ PHULUC_SMTP: JSON.stringify(smtp), ...(to !== undefined && { PHULUC_MAIL_TO: JSON.stringify(to) }) }, agencies);

test('without a mail server reminders stay texts', () => {
  expect([readMailSettings({}, agencies), readMailSettings({ PHULUC_SMTP: ' ' }, agencies)]).toEqual([null, null]);
});

test('a mail server is read with its ports and addresses', () => {
  const settings = read(SMTP, { STC: 'stc@tinh.example', VPUB: ['a@tinh.example', 'b@tinh.example'] });
  expect(settings?.smtp).toEqual({ ...SMTP, port: 587, secure: false });
  expect(Object.fromEntries(settings?.to ?? [])).toEqual({ STC: ['stc@tinh.example'], VPUB: ['a@tinh.example', 'b@tinh.example'] });
});

test.each([
  [{ ...SMTP, from: 'nobody' }, {}, /"PHULUC_SMTP\.from"/],
  [{ ...SMTP, user: 'phuluc' }, {}, /"PHULUC_SMTP\.pass": user and pass go together/],
  [{ ...SMTP, tls: true }, {}, /"PHULUC_SMTP"/],
  [SMTP, { STC: 'nobody' }, /"PHULUC_MAIL_TO\.STC/],
  [SMTP, { 'XA-1': 'xa1@tinh.example' }, /"PHULUC_MAIL_TO\.XA-1": there is no such agency/],
])('%j with %j stops the start and names the field', (smtp, to, said) => expect(() => read(smtp, to)).toThrow(said));

test('a password is not printed, not even when the text is no JSON', () => {
  expect(() => readMailSettings({ PHULUC_SMTP: '{"pass":"mat-khau"' }, agencies)).toThrow(/^\[mail\] "PHULUC_SMTP": is no JSON$/);
  expect(() => read({ ...SMTP, user: 7, pass: 'mat-khau' })).toThrow(/^(?!.*mat-khau)/s);
});
