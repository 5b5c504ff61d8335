import type { Route } from '../../../contract/route.ts';
import { CSV } from '../../../core/media-types.ts';
import { type Agency, AgencyId } from '../../../core/plan/agency.ts';
import { ok } from '../../../core/result.ts';
import type { HandlerAnswer } from '../../../functions/http/api.ts';
import { revokeKey } from '../../../functions/identity/access-key.ts';
import { StoreUnavailable } from '../../../functions/store/table.ts';
import { agencies } from '../../support/a-form.ts';
import { oneRoute } from './one-route.ts';

const SOON_MS = 6_000;
const OFFICE = AgencyId.parse('VPUB');

// A made-up route whose answer is long: texts, or pieces that are made as they are taken.
const aRoute = {
  id: 'getLong',
  method: 'GET',
  path: '/long',
  summary: '',
  rights: 'consolidators',
  schemes: ['bearer', 'basic'],
  readOnlyKeys: 'let-in',
  answers: { 200: { [CSV]: null } },
  refuses: [],
} as const satisfies Route;

/** The answer of an office's key, or of its token, as it is taken, and what may happen meanwhile. */
async function begun(kind: 'texts' | 'pieces', credential: 'key' | 'key as password' | 'token' = 'key') {
  let now = 0;
  let inUse: readonly Agency[] = agencies;
  let over: unknown = 'not yet';
  const entra = async () => ok({ agency: OFFICE, name: 'Nguyễn Văn A' });
  const pieces = async function* () {
    for (let k = 0; k < 40; k++) yield new Uint8Array(64 * 1024);
  };
  const texts = function* () {
    for (let k = 0; k < 400_000; k++) yield 'a line\n';
  };
  const told = (why: unknown): void => {
    over = why;
  };
  const body = (): HandlerAnswer['body'] => (kind === 'texts' ? { texts: texts() } : { pieces: pieces(), over: told });
  const serve = async () => ({ status: 200, headers: {}, body: body() });
  const { table, clock, ask, issue } = await oneRoute(aRoute, serve, { agencies: async () => inUse, elapsed: () => now, entra });
  const { key, id } = await issue(OFFICE);
  const response = await ask({ key: `Bearer ${key}`, 'key as password': `Basic ${btoa(`x:${key}`)}`, token: 'Bearer a.b.c' }[credential]);
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  await reader.read();
  return {
    goesOn: async (): Promise<boolean> => {
      now += SOON_MS;
      return reader.read().then(
        ({ done }) => !done,
        () => false,
      );
    },
    revoke: () => revokeKey(table, id, { by: 'test', at: clock() }),
    change: (to: Partial<Agency>) => {
      inUse = agencies.map((one) => (one.id === OFFICE ? { ...one, ...to } : one));
    },
    breakStore: () => {
      table.read = async () => {
        throw new StoreUnavailable('gone');
      };
    },
    whyOver: () => over,
  };
}

describe.each(['texts', 'pieces'] as const)('of a long answer (%s) that is being taken', (kind) => {
  test.each(['key', 'key as password'] as const)('nothing more goes out within seconds after its %s was revoked', async (credential) => {
    const answer = await begun(kind, credential);
    expect(await answer.goesOn()).toBe(true);
    await answer.revoke();
    expect(await answer.goesOn()).toBe(false);
  });

  test.each<[string, Partial<Agency>]>([
    ['switched off', { active: false }],
    ['without its role', { roles: [] }],
  ])('nor once its agency is %s, whatever its credential', async (_, change) => {
    for (const credential of ['key', 'token'] as const) {
      const answer = await begun(kind, credential);
      expect(await answer.goesOn()).toBe(true);
      answer.change(change);
      expect(await answer.goesOn()).toBe(false);
    }
  });

  test('all goes out while the store does not answer', async () => {
    const answer = await begun(kind);
    answer.breakStore();
    expect([await answer.goesOn(), await answer.goesOn()]).toEqual([true, true]);
  });
});

test('what is made piece by piece is over then, so that its place is free', async () => {
  const answer = await begun('pieces');
  await answer.revoke();
  await answer.goesOn();
  expect(String(answer.whyOver())).toContain('let in');
});
