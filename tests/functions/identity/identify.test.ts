import { localDay } from '../../../core/local-day.ts';
import { type Agency, AgencyId } from '../../../core/plan/agency.ts';
import { issueKey, revokeKey } from '../../../functions/identity/access-key.ts';
import { identifier } from '../../../functions/identity/identify.ts';
import { MemoryTable } from '../../../functions/store/memory-table.ts';
import { StoreUnavailable, type Table } from '../../../functions/store/table.ts';
import { defaultAgencies } from '../../../seeds/agencies.ts';

const by = 'SKHCN';
const HOME = '10.0.0.1';
const WRONG = `Bearer pls_${'A'.repeat(43)}`;
const unauthenticated = { ok: false, error: { reason: 'unauthenticated' } };
const waits = (retryAfter: number) => ({ ok: false, error: { reason: 'too-many-tries', retryAfter } });
const knows = (agency: string, consolidator = false) => ({ ok: true, value: { agency, consolidator, name: agency } });

let table: Table;
let now: number;
const clock = () => new Date(now);
const today = () => localDay(clock(), '+07:00');
beforeEach(() => {
  table = new MemoryTable();
  now = Date.parse('2026-11-20T01:00:00Z');
});

const anIdentifier = (agencies: readonly Agency[] | (() => Promise<readonly Agency[]>) = defaultAgencies()) =>
  identifier({ table, agencies, entra: null, elapsed: () => now, today });
const aKey = async (agency: string) => issueKey(table, { agency: AgencyId.parse(agency), by, at: clock() });

test('a key says whose it is, and who is a consolidator follows from the agency', async () => {
  const identify = anIdentifier();
  expect(await identify(`Bearer ${(await aKey('XA-21211')).key}`, HOME)).toEqual(knows('XA-21211'));
  expect(await identify(`Bearer ${(await aKey('SKHCN')).key}`, HOME)).toEqual(knows('SKHCN', true));
});

test('who bears a key that names a person is that person of the agency', async () => {
  const { key } = await issueKey(table, { agency: AgencyId.parse('SKHCN'), by, at: clock(), user: 'Nguyễn Văn A' });
  const caller = await anIdentifier()(`Bearer ${key}`, HOME);
  const person = 'Nguyễn Văn A';
  expect(caller).toEqual({ ok: true, value: { agency: 'SKHCN', consolidator: true, name: `${person} (SKHCN)`, person } });
});

test('the scheme is read in any case and with blanks around the key', async () => {
  const identify = anIdentifier();
  const { key } = await aKey('SNV');
  for (const header of [`bearer ${key}`, `BEARER ${key}`, `Bearer   ${key}`, `Bearer ${key}  `])
    expect(await identify(header, HOME)).toEqual(knows('SNV'));
});

test('what is no bearer credential is wrong, whatever of a good key is in it', async () => {
  const identify = anIdentifier();
  const { key } = await aKey('SNV');
  const basic = Buffer.from(`x:${key}`).toString('base64');
  const headers = [
    key,
    `Bearer${key}`,
    `Bearer\t${key}`,
    `Basic ${basic}`,
    `Bearer ${key}x`,
    `Bearer ${key.slice(0, 20)}`,
    `Bearer ${key}=`,
  ];
  headers.push(
    'Bearer',
    'Bearer ',
    `Bearer ${key.slice(4)}`,
    `Bearer PLS_${key.slice(4)}`,
    `Bearer ${key} ${key}`,
    `Bearer ${key},Bearer ${key}`,
  );
  headers.push(`Bearer pls_${'x'.repeat(6000)}`, `Bearer ${'a.'.repeat(5000)}`, 'Bearer chìa khóa', `Bearer "${key}"`);
  for (const [k, header] of headers.entries()) expect([header, await identify(header, `10.0.1.${k}`)]).toEqual([header, unauthenticated]);
});

test('no credential at all is unauthenticated and counts for nothing', async () => {
  const identify = anIdentifier();
  for (let k = 0; k < 50; k++) expect(await identify(k % 2 ? null : ' ', HOME)).toEqual(unauthenticated);
  expect(await identify(WRONG, HOME)).toEqual(unauthenticated);
});

test('after twenty wrong keys of an address the next must wait, a right one goes on, other addresses too', async () => {
  const identify = anIdentifier();
  const right = `Bearer ${(await aKey('SNV')).key}`;
  for (let k = 0; k < 20; k++) {
    expect(await identify(k % 2 ? WRONG : 'Bearer ', HOME)).toEqual(unauthenticated);
    expect(await identify(right, HOME)).toEqual(knows('SNV'));
  }
  now += 17_500;
  expect(await identify(WRONG, HOME)).toEqual(waits(43));
  expect(await identify(right, HOME)).toEqual(knows('SNV'));
  expect(await identify(null, HOME)).toEqual(unauthenticated);
  expect(await identify(WRONG, '10.0.0.2')).toEqual(unauthenticated);
  now += 43_000;
  expect(await identify(WRONG, HOME)).toEqual(unauthenticated);
});

test('of a hundred wrong keys at once twenty are told so and eighty to wait', async () => {
  const identify = anIdentifier();
  const answers = await Promise.all(Array.from({ length: 100 }, () => identify(WRONG, HOME)));
  expect(answers.filter((answer) => !answer.ok && answer.error.reason === 'unauthenticated')).toHaveLength(20);
  expect(answers.slice(20)).toEqual(Array(80).fill(waits(60)));
});

test('a thousand addresses with wrong keys are told apart', async () => {
  const identify = anIdentifier();
  for (let k = 0; k < 1000; k++) expect(await identify(WRONG, `10.1.${k >> 8}.${k & 255}`)).toEqual(unauthenticated);
});

test('a revoked key stops within five seconds, and the next key of the agency works before and after', async () => {
  const identify = anIdentifier();
  const [old, next] = [await aKey('SNV'), await aKey('SNV')];
  for (const { key } of [old, next]) expect(await identify(`Bearer ${key}`, HOME)).toEqual(knows('SNV'));
  await revokeKey(table, old.id, { by, at: clock() });
  now += 5_000;
  expect(await identify(`Bearer ${old.key}`, HOME)).toEqual(unauthenticated);
  expect(await identify(`Bearer ${next.key}`, HOME)).toEqual(knows('SNV'));
});

test('an agency that is not active, or that nobody knows, is not let in', async () => {
  const identify = anIdentifier();
  for (const agency of ['BHXH', 'KHONG-CO']) expect(await identify(`Bearer ${(await aKey(agency)).key}`, HOME)).toEqual(unauthenticated);
});

test('an agency that is switched off is out within five seconds, and in again when it is switched on', async () => {
  let active = true;
  const source = jest.fn(async () => defaultAgencies().map((agency) => ({ ...agency, active })));
  const identify = anIdentifier(source);
  const right = `Bearer ${(await aKey('SNV')).key}`;
  for (let k = 0; k < 10; k++) expect(await identify(right, HOME)).toEqual(knows('SNV'));
  expect(source).toHaveBeenCalledTimes(1);
  active = false;
  now += 5_000;
  expect(await identify(right, HOME)).toEqual(unauthenticated);
  active = true;
  now += 5_000;
  expect(await identify(right, HOME)).toEqual(knows('SNV'));
});

test('storage that cannot be reached is an outage, not a wrong key', async () => {
  const right = `Bearer ${(await aKey('SNV')).key}`;
  const identify = anIdentifier();
  const read = jest.spyOn(table, 'read').mockRejectedValue(new StoreUnavailable('[storage] "read": no answer'));
  for (let k = 0; k < 30; k++) await expect(identify(WRONG, HOME)).rejects.toThrow(StoreUnavailable);
  read.mockRestore();
  expect(await identify(right, HOME)).toEqual(knows('SNV'));
  expect(await identify(WRONG, HOME)).toEqual(unauthenticated);
});

test('without Entra a token is a wrong credential', async () => {
  const token = ['{"alg":"none"}', '{"agency":"SKHCN"}', ''].map((part) => Buffer.from(part).toString('base64url')).join('.');
  const identify = anIdentifier();
  for (let k = 0; k < 20; k++) expect(await identify(`Bearer ${token}`, HOME)).toEqual(unauthenticated);
  expect(await identify(`Bearer ${token}`, HOME)).toEqual(waits(60));
});
