import { spawnSync } from 'node:child_process';
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localDay } from '../../../core/local-day.ts';
import { AgencyId } from '../../../core/plan/agency.ts';
import { listKeys, revokeKey } from '../../../functions/identity/access-key.ts';
import { keyCallers } from '../../../functions/identity/key-callers.ts';
import { MemoryTable } from '../../../functions/store/memory-table.ts';
import { localKeys } from '../../../host/start/local-keys.ts';

const AGENCIES = ['SNV', 'VPUB', 'XA-21034'].map((id) => AgencyId.parse(id));
const AT = new Date('2026-11-25T01:00:00Z');
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'));
  file = join(folder, 'out', 'keys.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const start = (table = new MemoryTable(), baseUrl = 'http://127.0.0.1:7071') =>
  localKeys(table, { file, baseUrl, agencies: AGENCIES, at: AT });
const told = () => JSON.parse(readFileSync(file, 'utf8'));

test('a first start gives every agency its own key, in a file that its owner alone can read', async () => {
  const table = new MemoryTable();
  await start(table);
  const { baseUrl, keys } = told();
  expect([baseUrl, Object.keys(keys)]).toEqual(['http://127.0.0.1:7071', AGENCIES]);
  expect(new Set(Object.values(keys)).size).toBe(3);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, 'out'))).toEqual(['keys.json']);
  const ownerOf = keyCallers({ table, elapsed: () => 0, today: () => localDay(AT, '+07:00') });
  for (const agency of AGENCIES) expect(await ownerOf(keys[agency])).toEqual({ agency, readOnly: false });
});

test('the keys stay over restarts, also on a new data folder', async () => {
  const table = new MemoryTable();
  await start(table);
  const { keys } = told();
  await start(table, 'http://127.0.0.1:8080');
  await start(new MemoryTable());
  expect(told().keys).toEqual(keys);
  expect(await listKeys(table)).toHaveLength(3);
});

test('a revoked key is not brought back: its agency gets another, the others keep theirs', async () => {
  const table = new MemoryTable();
  await start(table);
  const before = told().keys;
  const [first] = (await listKeys(table)).filter(({ agency }) => agency === 'SNV');
  await revokeKey(table, first!.id, { by: 'VPUB', at: AT });
  await start(table);
  const after = told().keys;
  expect(after.SNV).not.toBe(before.SNV);
  expect({ ...after, SNV: before.SNV }).toEqual(before);
  const ownerOf = keyCallers({ table, elapsed: () => 0, today: () => localDay(AT, '+07:00') });
  expect([await ownerOf(before.SNV), await ownerOf(after.SNV)]).toEqual([null, { agency: 'SNV', readOnly: false }]);
});

test('a file that cannot be read stops the start and is left as it is', async () => {
  await start();
  writeFileSync(file, '{ "keys": ');
  await expect(start()).rejects.toThrow('[keys]');
  expect(readFileSync(file, 'utf8')).toBe('{ "keys": ');
});

/** A link to a file in another folder, as where keys are kept apart from the program. */
function linked(elsewhere: string): string {
  const real = join(folder, elsewhere, 'keys of this machine.json');
  mkdirSync(join(folder, 'out'));
  symlinkSync(join('..', elsewhere, 'keys of this machine.json'), file);
  return real;
}

test.each(['there', 'not there yet'])('a link to the file, which is %s, stays, and what it leads to is written', async (kind) => {
  const real = linked('secrets');
  mkdirSync(join(folder, 'secrets'));
  if (kind === 'there') writeFileSync(real, JSON.stringify({ baseUrl: '', keys: {} }), { mode: 0o644 });
  await start();
  const { keys } = told();
  await start(new MemoryTable(), 'http://127.0.0.1:8080');
  expect([lstatSync(file).isSymbolicLink(), readdirSync(join(folder, 'secrets')), readdirSync(join(folder, 'out'))]).toEqual([
    true,
    ['keys of this machine.json'],
    ['keys.json'],
  ]);
  expect(statSync(real).mode & 0o777).toBe(0o600);
  expect(told()).toEqual({ baseUrl: 'http://127.0.0.1:8080', keys });
});

test('a link into a folder that is gone, as its disk may be, stops the start: no agency gets another key', async () => {
  linked('secrets');
  const table = new MemoryTable();
  await expect(start(table)).rejects.toThrow('[keys]');
  expect([readdirSync(folder), readdirSync(join(folder, 'out')), await listKeys(table)]).toEqual([['out'], ['keys.json'], []]);
});

const onUnix = process.platform === 'win32' ? test.skip : test;
onUnix.each(['folder', 'pipe'])('a %s in the place of the file stops the start at once and is left as it is', async (kind) => {
  mkdirSync(join(folder, 'out'));
  if (kind === 'folder') mkdirSync(file);
  else spawnSync('mkfifo', [file]);
  await expect(start()).rejects.toThrow('[keys]');
  expect([lstatSync(file).isFile(), readdirSync(join(folder, 'out'))]).toEqual([false, ['keys.json']]);
});
