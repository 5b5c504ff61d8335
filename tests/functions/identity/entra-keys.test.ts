import { entraReader } from '../../../functions/identity/entra.ts';
import { IssuerUnavailable } from '../../../functions/identity/token.ts';
import { aKeysServer, anIssuer, someSettings } from './an-issuer.ts';

const clock = () => new Date('2026-11-20T01:00:00Z');
const known = { ok: true, value: { agency: 'SNV', name: 'Nguyễn Thị Ánh' } };

let issuer: Awaited<ReturnType<typeof anIssuer>>;
let server: Awaited<ReturnType<typeof aKeysServer>>;
beforeAll(async () => {
  issuer = await anIssuer(clock);
});
beforeEach(async () => {
  server = await aKeysServer(issuer.keys);
});
afterEach(() => server.stop());

const aReader = (elapsed = () => 0) => entraReader(someSettings({ keys: server.address }), { clock, elapsed });

test('keys are fetched once for many tokens', async () => {
  const reader = aReader();
  const tokens = await Promise.all(Array.from({ length: 20 }, () => issuer.token()));
  expect(await Promise.all(tokens.map(reader))).toEqual(Array(20).fill(known));
  expect(server.state.fetches).toBe(1);
});

test('nothing is fetched before there is a token, and nothing for one that is signed otherwise', async () => {
  const reader = aReader();
  expect(await reader(issuer.unsigned())).toEqual({ ok: false, error: 'forged' });
  expect(await reader('no token')).toEqual({ ok: false, error: 'forged' });
  expect(server.state.fetches).toBe(0);
});

test('a key that the issuer withdrew is believed for an hour at most, also where the clock stands still or goes back', async () => {
  let elapsed = 0;
  const reader = aReader(() => elapsed);
  const token = await issuer.token();
  expect(await reader(token)).toEqual(known);
  server.state.body = JSON.stringify({ keys: issuer.keys.keys.filter(({ kid }) => kid !== 'rsa') });
  elapsed += 3_600_000 - 1;
  expect(await reader(token)).toEqual(known);
  elapsed += 1;
  expect(await reader(token)).toEqual({ ok: false, error: 'forged' });
  expect(server.state.fetches).toBe(2);
});

test('a flood of unknown key ids does not make a flood of fetches', async () => {
  const reader = aReader();
  const token = await issuer.token({ kid: 'unknown' });
  for (let k = 0; k < 50; k++) expect(await reader(token)).toEqual({ ok: false, error: 'forged' });
  expect(server.state.fetches).toBe(1);
});

test.each([
  ['an error', { status: 500 }],
  ['a redirect', { status: 302 }],
  ['no JSON', { body: '<html>' }],
  ['no key set', { body: '{"keys":1}' }],
  ['silence', { silent: true }],
])('an issuer that answers with %s is an outage, and when it is over the token counts', async (_, state) => {
  const reader = aReader();
  const good = { ...server.state };
  Object.assign(server.state, state);
  await expect(reader(await issuer.token())).rejects.toThrow(IssuerUnavailable);
  Object.assign(server.state, good);
  expect(await reader(await issuer.token())).toEqual(known);
});

test('an issuer that is not there is an outage with its address and cause, and nothing of the token', async () => {
  const reader = aReader();
  await server.stop();
  const token = await issuer.token();
  const error: Error = await reader(token).then(
    () => new Error('it was believed'),
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(IssuerUnavailable);
  expect(error.message).toBe(`[keys of the issuer] "${server.address}": could not be had`);
  expect(error.cause).toBeDefined();
  expect(error.stack).not.toContain(token.slice(0, 20));
  server = await aKeysServer(issuer.keys);
});
