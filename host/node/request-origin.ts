import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { clientIpOf } from '../../functions/http/client-ip.ts';
import { sourceOf } from '../../functions/identity/source-of.ts';
import type { BodyHolder } from './body-memory.ts';
import type { HostLimits } from './limits.ts';

/** Who asks, as far as the connection and the proxies that are trusted say. */
export interface RequestOrigin {
  /** `X-Forwarded-For` with the IP that connected to this host appended (functions: client-ip.ts). */
  readonly chain: string;
  /** The caller's IP: the connection's own, or the word of the trusted proxies. */
  readonly clientIp: string;
  /** Whether the caller came by TLS. */
  readonly secure: boolean;
}

export function requestOriginOf(
  { headers, socket }: IncomingMessage,
  { trustedProxies, secure }: Pick<HostLimits, 'trustedProxies' | 'secure'>,
): RequestOrigin {
  const peer = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const chain = [headers['x-forwarded-for'] ?? [], peer].flat().join(', ');
  const proto = [headers['x-forwarded-proto'] ?? []].flat().join(',').split(',').at(-1)?.trim().toLowerCase();
  return { chain, clientIp: clientIpOf(chain, trustedProxies), secure: secure || (trustedProxies > 0 && proto === 'https') };
}

/** On whose account a body is held. A credential stands for itself as a digest that means nothing outside this process. */
export const holderOf = ({ headers }: IncomingMessage, { clientIp }: RequestOrigin): BodyHolder => ({
  address: sourceOf(clientIp),
  credential:
    headers.authorization === undefined ? null : createHash('sha256').update(bareCredential(headers.authorization)).digest('base64url'),
});

/** One credential is one, however its scheme is spelt and however many blanks stand around it: all of these let the same caller in. */
const bareCredential = (authorization: string): string => authorization.trim().split(' ').at(-1) ?? '';

/** Who waits in one line: whoever shows one credential, and of those who show none whoever shares an address. */
export const nameOf = ({ address, credential }: BodyHolder): string =>
  credential === null ? `address ${address}` : `credential ${credential}`;
