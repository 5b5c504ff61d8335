import type { IncomingMessage } from 'node:http';
import { holderOf, nameOf } from '../../../host/node/request-origin.ts';

const origin = { chain: '10.0.0.1', clientIp: '10.0.0.1', secure: false };
const held = (authorization?: string) => nameOf(holderOf({ headers: { authorization } } as IncomingMessage, origin));

test('a credential is one, however its scheme is spelt and its blanks are set: none gets a second share by writing it otherwise', () => {
  for (const same of ['Bearer    pls_a', 'bEARER pls_a', 'Bearer pls_a   ']) expect(held(same)).toBe(held('Bearer pls_a'));
  expect(held('Bearer pls_b')).not.toBe(held('Bearer pls_a'));
  expect(held()).toBe('address 10.0.0.1');
});
