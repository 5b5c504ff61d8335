import * as jose from 'jose';
import { entraReader } from '../../../functions/identity/entra.ts';
import { anIssuer, ISSUER, SNV_GROUP, SNV_TOO, STC_GROUP, someSettings, TENANT } from './an-issuer.ts';

const now = Date.parse('2026-11-20T01:00:00Z');
const clock = () => new Date(now);
const seconds = now / 1000;
const forged = { ok: false, error: 'forged' };
const refused = { ok: false, error: 'refused' };
const isFrom = (agency: string, name = 'Nguyễn Thị Ánh') => ({ ok: true, value: { agency, name } });

let issuer: Awaited<ReturnType<typeof anIssuer>>;
beforeAll(async () => {
  issuer = await anIssuer(clock);
});

const read = async (token: string | Promise<string>, settings = someSettings()) =>
  entraReader(settings, { clock, elapsed: () => 0 }, issuer.keySet)(await token);

test('a token of the tenant says whose agency speaks and who', async () => {
  expect(await read(issuer.token())).toEqual(isFrom('SNV'));
});

test('an app role maps like a group, and the letters of a group’s id are read in any case', async () => {
  expect(await read(issuer.token({ claims: { groups: [], roles: ['x', 'tong-hop'] } }))).toEqual(isFrom('SKHCN'));
  expect(await read(issuer.token({ claims: { groups: [SNV_GROUP.toUpperCase()] } }))).toEqual(isFrom('SNV'));
});

test('groups that nobody mapped, or none, give no agency', async () => {
  for (const claims of [
    { groups: [TENANT] },
    { groups: [] },
    { groups: undefined },
    { groups: ['tong-hop'] },
    { groups: [], roles: [SNV_GROUP] },
  ])
    expect(await read(issuer.token({ claims }))).toEqual(refused);
});

test('who belongs to two agencies is refused, who belongs to one twice is not', async () => {
  expect(await read(issuer.token({ claims: { groups: [SNV_GROUP, STC_GROUP] } }))).toEqual(refused);
  expect(await read(issuer.token({ claims: { roles: ['tong-hop'] } }))).toEqual(refused);
  expect(await read(issuer.token({ claims: { groups: [SNV_TOO, TENANT, SNV_GROUP] } }))).toEqual(isFrom('SNV'));
});

test('claims of another shape are refused', async () => {
  for (const claims of [
    { groups: SNV_GROUP },
    { groups: [1] },
    { groups: { 0: SNV_GROUP } },
    { name: { toString: 'x' } },
    { roles: 'tong-hop' },
  ])
    expect(await read(issuer.token({ claims: claims }))).toEqual(refused);
});

test('a token for another application, or of another tenant, is refused', async () => {
  for (const aud of ['api://another', '', [], undefined]) expect(await read(issuer.token({ claims: { aud } }))).toEqual(refused);
  for (const iss of [ISSUER.replace(TENANT, SNV_GROUP), `${ISSUER}/`, undefined])
    expect(await read(issuer.token({ claims: { iss } }))).toEqual(refused);
  expect(await read(issuer.token({ claims: { aud: ['api://another', 'api://phu-luc-so'] } }))).toEqual(isFrom('SNV'));
});

test('an expired token, one that is not valid yet, and one without an end are refused, two minutes aside', async () => {
  const at = (claims: object) => read(issuer.token({ claims }));
  expect(await at({ exp: seconds - 119 })).toEqual(isFrom('SNV'));
  expect(await at({ exp: seconds - 121 })).toEqual(refused);
  expect(await at({ nbf: seconds + 119 })).toEqual(isFrom('SNV'));
  expect(await at({ nbf: seconds + 121 })).toEqual(refused);
  for (const exp of [undefined, '2099-01-01']) expect(await at({ exp })).toEqual(refused);
});

test('only RS256 by a key that the tenant publishes counts', async () => {
  const spki = new TextEncoder().encode(await jose.exportSPKI(issuer.rsa.publicKey));
  expect(await read(issuer.unsigned())).toEqual(forged);
  expect(await read(issuer.token({ alg: 'ES256', kid: 'ec', key: issuer.ec.privateKey }))).toEqual(forged);
  expect(await read(issuer.token({ alg: 'HS256', key: spki }))).toEqual(forged);
  expect(await read(issuer.token({ key: issuer.stolen.privateKey }))).toEqual(forged);
  expect(await read(issuer.token({ kid: 'unknown' }))).toEqual(forged);
  expect(await read(issuer.token({ kid: 'ec' }))).toEqual(forged);
});

test('a key that comes inside the token is not believed', async () => {
  const jwk = await jose.exportJWK(issuer.stolen.publicKey);
  const token = new jose.SignJWT({ iss: ISSUER, aud: 'api://phu-luc-so', exp: seconds + 60, groups: [SNV_GROUP] })
    .setProtectedHeader({ alg: 'RS256', jwk, jku: 'https://evil.example/keys' })
    .sign(issuer.stolen.privateKey);
  expect(await read(token)).toEqual(forged);
});

test('a token that was changed, cut or made up is forged', async () => {
  const token = await issuer.token();
  const [header, , signature] = token.split('.');
  const other = (await issuer.token({ claims: { groups: [], roles: ['tong-hop'] } })).split('.')[1];
  const texts = [
    `${header}.${other}.${signature}`,
    token.slice(0, -5),
    `${token}A`,
    `${token}.${token}`,
    'a.b.c',
    '..',
    'a',
    `${header}..${signature}`,
  ];
  for (const text of texts) expect([text, await read(text)]).toEqual([text, forged]);
});

test('a name is one line without hidden characters and not endless, and without one the account’s name serves', async () => {
  const named = async (claims: object) => read(issuer.token({ claims }));
  expect(await named({ name: ' Lê\u0000\u202e  Văn\r\n\u200bB\u001b[31m ' })).toEqual(isFrom('SNV', 'Lê Văn B[31m'));
  expect(await named({ name: 'Tha\u0301i' })).toEqual(isFrom('SNV', 'Thái'));
  expect(await named({ name: '😀'.repeat(500) })).toEqual(isFrom('SNV', '😀'.repeat(120)));
  expect(await named({ name: '\u200b ' })).toEqual(isFrom('SNV', 'anh@example.vn'));
  expect(await named({ name: undefined })).toEqual(isFrom('SNV', 'anh@example.vn'));
  expect(await named({ name: undefined, preferred_username: undefined })).toEqual(isFrom('SNV', ''));
});
