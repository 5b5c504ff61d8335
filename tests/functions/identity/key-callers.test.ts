import { Day } from '../../../core/day.ts';
import { localDay } from '../../../core/local-day.ts';
import { AgencyId } from '../../../core/plan/agency.ts';
import { issueKey, type KeyFor, revokeKey } from '../../../functions/identity/access-key.ts';
import { keyCallers } from '../../../functions/identity/key-callers.ts';
import { MemoryTable } from '../../../functions/store/memory-table.ts';

const crypto = jest.requireActual<typeof import('node:crypto')>('node:crypto');
const SNV = AgencyId.parse('SNV');
const OWNER = { agency: SNV, readOnly: false };
const by = 'SKHCN';

let now: number;
let elapsed: number;
const clock = () => new Date(now);
const today = () => localDay(clock(), '+07:00');
const pass = (milliseconds: number) => {
  now += milliseconds;
  elapsed += milliseconds;
};
beforeEach(() => {
  elapsed = 0;
  now = Date.parse('2026-11-20T01:00:00Z');
});

async function aDoor(more: Partial<KeyFor> = {}) {
  const table = new MemoryTable();
  const issued = await issueKey(table, { agency: SNV, by, at: clock(), ...more });
  return { table, ...issued, reads: jest.spyOn(table, 'read'), ownerOf: keyCallers({ table, elapsed: () => elapsed, today }) };
}

test('a rush with one key reads the store once in five seconds', async () => {
  const { key, reads, ownerOf } = await aDoor();
  for (let k = 0; k < 100; k++) {
    expect(await ownerOf(key)).toEqual(OWNER);
    pass(100);
  }
  expect(reads).toHaveBeenCalledTimes(2);
});

test('a revoked key is believed for the rest of its five seconds and never again', async () => {
  const { table, key, id, ownerOf } = await aDoor();
  await ownerOf(key);
  await revokeKey(table, id, { by, at: clock() });
  pass(4_999);
  expect(await ownerOf(key)).toEqual(OWNER);
  pass(1);
  for (let k = 0; k < 3; k++) expect(await ownerOf(key)).toBeNull();
});

test('a revoked key is refused after its five seconds also where the clock is set back an hour, or a year', async () => {
  const { table, key, id, ownerOf } = await aDoor();
  for (const step of [3_600_000, 365 * 86_400_000]) {
    expect([await ownerOf(key), step]).toEqual([OWNER, step]);
    now -= step;
    pass(1);
  }
  await revokeKey(table, id, { by, at: clock() });
  pass(5_000);
  expect(await ownerOf(key)).toBeNull();
});

test('a key with an end works through its last day in Viet Nam and not a moment longer, believed or not', async () => {
  const { key, reads, ownerOf } = await aDoor({ until: Day.parse('2026-11-20') });
  now = Date.parse('2026-11-20T16:59:59.999Z');
  expect(await ownerOf(key)).toEqual(OWNER);
  pass(1);
  expect(await ownerOf(key)).toBeNull();
  expect(reads).toHaveBeenCalledTimes(1);
  pass(86_400_000);
  expect(await ownerOf(key)).toBeNull();
});

test('a wrong key is looked up each time, so that one issued this moment works', async () => {
  const { table, ownerOf } = await aDoor();
  const random = (count: number) => new Uint8Array(count).fill(1);
  const coming = `pls_${Buffer.from(random(32)).toString('base64url')}`;
  expect(await ownerOf(coming)).toBeNull();
  await issueKey(table, { agency: SNV, by, at: clock(), random });
  expect(await ownerOf(coming)).toEqual(OWNER);
});

test('what has not the shape of a key never reaches the store', async () => {
  const { key, reads, ownerOf } = await aDoor();
  for (const text of ['', 'pls_', `${key}x`, key.slice(0, -1), `${key}\n`, 'pls_../../../../../../../../../../../../../../../etc/p'])
    expect(await ownerOf(text)).toBeNull();
  expect(reads).not.toHaveBeenCalled();
});

test('digests are compared in constant time, whether they come from the store or from memory', async () => {
  const { key, ownerOf } = await aDoor();
  const compared = jest.spyOn(crypto, 'timingSafeEqual');
  await ownerOf(key);
  await ownerOf(key);
  expect(compared).toHaveBeenCalledTimes(2);
  compared.mockRestore();
});
