import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CryptoKey, JSONWebKeySet, JWTPayload } from 'jose';
import * as jose from 'jose';
import { type EntraSettings, readEntraSettings } from '../../../functions/identity/entra-settings.ts';
import { defaultAgencies } from '../../../seeds/agencies.ts';

export const TENANT = '11111111-2222-3333-4444-555555555555';
export const ISSUER = `https://login.microsoftonline.com/${TENANT}/v2.0`;
export const AUDIENCE = 'api://phu-luc-so';
export const SNV_GROUP = 'aaaaaaaa-0000-0000-0000-000000000001';
export const STC_GROUP = 'aaaaaaaa-0000-0000-0000-000000000002';
export const SNV_TOO = 'aaaaaaaa-0000-0000-0000-000000000003';

export const MAPPING = [
  { group: SNV_GROUP, agency: 'SNV' },
  { group: STC_GROUP, agency: 'STC' },
  { group: SNV_TOO, agency: 'SNV' },
  { role: 'tong-hop', agency: 'SKHCN' },
  { role: 'bao-hiem', agency: 'BHXH' },
];

export const someSettings = (more: object = {}): EntraSettings =>
  readEntraSettings(JSON.stringify({ tenant: TENANT, audience: [AUDIENCE], agencies: MAPPING, ...more }), defaultAgencies())!;

/** How one token departs from a good one. */
export interface Twist {
  readonly claims?: object;
  readonly alg?: string;
  readonly kid?: string;
  readonly key?: CryptoKey | Uint8Array;
}

/** A tenant of our own with an RS256 key `rsa`, an ES256 key `ec`, and a key `stolen` that it does not publish. */
export async function anIssuer(clock: () => Date) {
  const [rsa, ec, stolen] = await Promise.all(['RS256', 'ES256', 'RS256'].map((alg) => jose.generateKeyPair(alg, { extractable: true })));
  const published = async (kid: string, alg: string, key: CryptoKey) => ({ ...(await jose.exportJWK(key)), kid, alg, use: 'sig' });
  const keys: JSONWebKeySet = { keys: [await published('rsa', 'RS256', rsa!.publicKey), await published('ec', 'ES256', ec!.publicKey)] };
  const seconds = (): number => Math.floor(clock().getTime() / 1000);
  const claimsOf = (claims: object): JWTPayload => ({
    iss: ISSUER,
    aud: AUDIENCE,
    iat: seconds(),
    nbf: seconds(),
    exp: seconds() + 3600,
    groups: [SNV_GROUP],
    name: 'Nguyễn Thị Ánh',
    preferred_username: 'anh@example.vn',
    ...claims,
  });
  const token = ({ claims = {}, alg = 'RS256', kid = 'rsa', key = rsa!.privateKey }: Twist = {}): Promise<string> =>
    new jose.SignJWT(claimsOf(claims)).setProtectedHeader({ alg, kid, typ: 'JWT' }).sign(key);
  const unsigned = (claims: object = {}): string => new jose.UnsecuredJWT(claimsOf(claims)).encode();
  return { keys, keySet: jose.createLocalJWKSet(keys), token, unsigned, rsa: rsa!, ec: ec!, stolen: stolen! };
}

/** Serves the keys over HTTP on a free port of this machine; what it answers can be changed, and every fetch is counted. */
export async function aKeysServer(keys: JSONWebKeySet) {
  const state = { status: 200, body: JSON.stringify(keys), fetches: 0, silent: false };
  const server: Server = createServer((_, response) => {
    state.fetches++;
    if (!state.silent) response.writeHead(state.status, { 'Content-Type': 'application/json', Location: '/elsewhere' }).end(state.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { state, address: `http://127.0.0.1:${port}/keys`, stop };
}
