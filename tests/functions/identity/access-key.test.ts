import { createHash } from 'node:crypto';
import { AgencyId } from '../../../core/plan/agency.ts';
import { importKey, issueKey, keyAudit, listKeys, revokeKey } from '../../../functions/identity/access-key.ts';
import { MemoryTable } from '../../../functions/store/memory-table.ts';
import type { Table } from '../../../functions/store/table.ts';

const [SNV, STC] = ['SNV', 'STC'].map((id) => AgencyId.parse(id)) as [AgencyId, AgencyId];
const by = 'SKHCN';
const at = new Date('2026-11-01T01:02:03.000Z');
const later = new Date('2026-11-02T00:00:00.000Z');
const KEY = `pls_${'k'.repeat(43)}`;

let table: Table;
beforeEach(() => {
  table = new MemoryTable();
});

/** Everything that the store holds, keys of rows included. */
async function stored(): Promise<string> {
  const partitions = await table.partitions();
  return JSON.stringify(await Promise.all(partitions.map((partition) => table.list(partition, ''))));
}

/** The same store, but the next commit takes effect and its answer is a conflict. */
function losingAnAnswer(inner: Table): Table {
  let left = 1;
  return new Proxy(inner, {
    get: (target, name: keyof Table) => {
      if (name !== 'commit') return target[name].bind(target);
      return async (...words: Parameters<Table['commit']>) => {
        const done = await target.commit(...words);
        return left-- > 0 ? { ok: false, error: 'conflict' } : done;
      };
    },
  });
}

test('a key is pls_ and 256 random bits, and no two are alike', async () => {
  const issued = await Promise.all(Array.from({ length: 50 }, () => issueKey(table, { agency: SNV, by, at })));
  for (const { key, id } of issued)
    expect([key, id]).toEqual([expect.stringMatching(/^pls_[\w-]{43}$/), expect.stringMatching(/^[0-9a-f]{8}$/)]);
  expect(new Set(issued.map(({ key }) => key)).size).toBe(50);
});

test('the store holds no key and no part of one, only its SHA-256', async () => {
  const { key } = await issueKey(table, { agency: SNV, by, at, label: 'Văn thư', random: (count) => new Uint8Array(count).fill(7) });
  await importKey(table, KEY, { agency: STC, by, at });
  const text = await stored();
  for (const secret of [key, KEY]) {
    expect(text).not.toContain(secret.slice(4, 16));
    expect(text).not.toContain(secret.slice(-8));
    expect(text).not.toContain(Buffer.from(secret.slice(4), 'base64url').toString('hex'));
  }
  expect(key).toBe('pls_BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc');
  expect(text).toContain(createHash('sha256').update(key).digest('hex'));
});

test('keys are listed by agency and age, with what became of them', async () => {
  const old = await issueKey(table, { agency: SNV, by, at, label: 'Văn thư' });
  const fresh = await issueKey(table, { agency: SNV, by, at: later });
  const other = await issueKey(table, { agency: STC, by, at });
  expect(await revokeKey(table, old.id, { by: 'VPUB', at: later })).toEqual({ ok: true, value: 'revoked' });
  const unused = { revokedAt: null, revokedBy: null, until: null };
  expect(await listKeys(table)).toEqual([
    {
      id: old.id,
      agency: SNV,
      issuedAt: at.toISOString(),
      issuedBy: by,
      revokedAt: later.toISOString(),
      revokedBy: 'VPUB',
      until: null,
      label: 'Văn thư',
    },
    { id: fresh.id, agency: SNV, issuedAt: later.toISOString(), issuedBy: by, ...unused },
    { id: other.id, agency: STC, issuedAt: at.toISOString(), issuedBy: by, ...unused },
  ]);
});

const trail = async () => (await keyAudit(table, { after: '', most: 100 })).map(({ entry }) => entry);

test('every issue and every revocation is in the audit once, in the order of time', async () => {
  const { id } = await issueKey(table, { agency: SNV, by, at });
  await importKey(table, KEY, { agency: STC, by: 'VPUB', at: later });
  await importKey(table, KEY, { agency: STC, by: 'VPUB', at: new Date('2026-11-03') });
  for (let k = 0; k < 3; k++) await revokeKey(table, id, { by, at: new Date(later.getTime() + 1 + k) });
  expect((await trail()).map(({ key, ...entry }) => entry)).toEqual([
    { at: at.toISOString(), by, action: 'key-issued', agency: SNV },
    { at: later.toISOString(), by: 'VPUB', action: 'key-issued', agency: STC },
    { at: '2026-11-02T00:00:00.001Z', by, action: 'key-revoked', agency: SNV },
  ]);
});

test('keys of one moment each have their audit entry', async () => {
  await Promise.all(Array.from({ length: 20 }, () => issueKey(table, { agency: SNV, by, at })));
  const audit = await trail();
  expect(new Set(audit.map(({ key }) => key))).toEqual(new Set((await listKeys(table)).map(({ id }) => id)));
  expect(audit).toHaveLength(20);
});

test('an id that no key has is unknown, and so is one that reaches for other rows', async () => {
  await issueKey(table, { agency: SNV, by, at });
  for (const id of ['00000000', '', 'audit|20', 'ABCDEF01', '0', '%'])
    expect(await revokeKey(table, id, { by, at })).toEqual({ ok: false, error: 'unknown-key' });
});

test('a key is taken over once, and afterwards it is there', async () => {
  expect(await importKey(table, KEY, { agency: SNV, by, at })).toEqual({ ok: true, value: 'imported' });
  expect(await importKey(table, KEY, { agency: SNV, by, at: later })).toEqual({ ok: true, value: 'present' });
  expect(await listKeys(table)).toMatchObject([{ issuedAt: at.toISOString() }]);
});

test('a revoked key is not brought back, one of another agency not taken away, and what is no key not taken over', async () => {
  await importKey(table, KEY, { agency: SNV, by, at });
  expect(await importKey(table, KEY, { agency: STC, by, at })).toEqual({ ok: false, error: 'of-another-agency' });
  const [{ id } = { id: '' }] = await listKeys(table);
  await revokeKey(table, id, { by, at });
  expect(await importKey(table, KEY, { agency: SNV, by, at })).toEqual({ ok: false, error: 'revoked' });
  for (const text of ['', 'pls_', 'pls_short', `${KEY}k`, `x${KEY}`, KEY.slice(4), `${KEY}\n`])
    expect(await importKey(table, text, { agency: SNV, by, at })).toEqual({ ok: false, error: 'malformed' });
});

test('a commit whose answer was lost is not done twice', async () => {
  const { id } = await issueKey(losingAnAnswer(table), { agency: SNV, by, at });
  expect(await revokeKey(losingAnAnswer(table), id, { by, at })).toEqual({ ok: true, value: 'revoked' });
  expect((await trail()).map(({ action }) => action)).toEqual(['key-issued', 'key-revoked']);
});

test('of two who revoke at once one is named', async () => {
  const { id } = await issueKey(table, { agency: SNV, by, at });
  await Promise.all(['SKHCN', 'VPUB'].map((who) => revokeKey(table, id, { by: who, at: later })));
  const [key] = await listKeys(table);
  const revocations = (await trail()).filter(({ action }) => action === 'key-revoked');
  expect(revocations.map(({ by }) => by)).toEqual([key?.revokedBy]);
});
