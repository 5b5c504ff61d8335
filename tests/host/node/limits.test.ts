import { hostLimits, USUAL_LIMITS } from '../../../host/node/limits.ts';

const MIB = 1024 * 1024;

test('without variables the usual limits hold, and all agencies fit behind one address', () => {
  expect(hostLimits({})).toEqual({ ok: true, value: USUAL_LIMITS });
  const { connections, bodies } = USUAL_LIMITS;
  expect(connections.ofAddress).toBeGreaterThanOrEqual(112 * 6);
  expect(bodies.heldByAddress).toBeGreaterThanOrEqual(112 * MIB);
});

test('an operator sets memory and connections; behind a named proxy its address has no share of its own', () => {
  const limits = hostLimits({ PHULUC_TRUSTED_PROXIES: '1', PHULUC_UPLOAD_MEMORY_MB: '64', PHULUC_CONNECTIONS: '500', PHULUC_HTTPS: '1' });
  expect(limits).toMatchObject({
    ok: true,
    value: {
      trustedProxies: 1,
      secure: true,
      bodies: { held: 64 * MIB, heldByAddress: 32 * MIB, heldByCredential: 32 * MIB },
      connections: { most: 500, ofAddress: 500 },
    },
  });
  expect(hostLimits({ PHULUC_CONNECTIONS: '500' })).toMatchObject({ value: { connections: { ofAddress: 500 } } });
});

test.each([
  ['PHULUC_TRUSTED_PROXIES', '10'],
  ['PHULUC_UPLOAD_MEMORY_MB', 'nhiều'],
  ['PHULUC_CONNECTIONS', '1'],
  ['PHULUC_CONNECTIONS_OF_ADDRESS', '-5'],
  ['PHULUC_HTTPS', 'yes'],
])('%s as %j stops the start with its name', (name, text) => {
  expect(hostLimits({ [name]: text })).toEqual({ ok: false, error: expect.stringContaining(`${name} là “${text}”`) });
});
