import { linkSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFiles } from '../../cli/read-files.ts';
import { READS_HERE } from '../../templates/beside/reading-pool.ts';
import { MOST_FILE_BYTES } from '../../xlsx/read/limits.ts';
import { aFilledFile } from '../support/a-filled-file.ts';
import { context, TINH_KHE } from '../support/a-form.ts';

/** A thread that meets with each file what the file's first byte says. */
const ODD = `
const { parentPort } = require('node:worker_threads');
const { readlinkSync } = require('node:fs');
let task = null;
try { task = '/proc/' + readlinkSync('/proc/thread-self'); } catch {}
const read = (bytes) => {
  if (bytes[0] === 1) for (;;);
  if (bytes[0] === 3) { const held = []; for (;;) held.push(new Array(1e6).fill(held.length)); }
  if (bytes[0] === 5) process.exit(1);
  return { identity: null, report: null, findings: [], places: new Map(), modified: { at: String(bytes[1]) } };
};
parentPort.on('message', ({ kind, job }) => {
  if (kind !== 'do') return;
  try {
    const made = job.kind === 'read' ? read(job.bytes) : job.ends.map((end, k) => read(job.bytes.subarray(job.ends[k - 1] || 0, end)));
    parentPort.postMessage({ kind: 'made', made });
  } catch (error) { parentPort.postMessage({ kind: 'broken', error: String(error) }); }
});
parentPort.postMessage({ kind: 'ready', task });
`;
/** Fewer than what is worth a thread to a folder. */
const MANY = 400;
const folder = mkdtempSync(join(tmpdir(), 'read-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => {
  jest.restoreAllMocks();
  Reflect.deleteProperty(globalThis, 'READING_PROGRAM');
});

/** Files of which the one at a place holds what is said of it. */
function someFiles(name: string, count: number, contentAt: (k: number) => Uint8Array): string[] {
  const paths = Array.from({ length: count }, (_, k) => join(folder, `${name} ${k}`));
  for (const [k, path] of paths.entries()) writeFileSync(path, contentAt(k));
  return paths;
}

test('files that take too long, take all memory or end the thread are told each by itself, and the rest of their batch is read', async () => {
  Object.assign(globalThis, { READING_PROGRAM: ODD });
  const odd = new Map([
    [436, 1],
    [439, 1],
    [443, 3],
    [448, 5],
  ]);
  const form = await aFilledFile(TINH_KHE); // this thread is busy with these until the other has taken its first ones
  const contents = Array.from({ length: 450 }, (_, k) => (k < 420 ? form : Uint8Array.of(odd.get(k) ?? 0, k % 256)));
  let told = 0;
  const read = await readFiles(
    someFiles('odd', 450, (k) => contents[k]!),
    context,
    (done) => (told = done),
    MANY,
  );
  const rules = new Map(read.map(({ findings }, k) => [k, findings.map(({ rule }) => rule)]));
  const tooLong = [...rules].filter(([, [rule]]) => rule === 'reading-took-too-long').map(([k]) => k);
  const misplaced = read.flatMap(({ modified }, k) => (k < 420 || modified === null || modified.at === String(k % 256) ? [] : [k]));
  expect([read.length, told]).toEqual([450, 450]);
  if (availableParallelism() > 1) expect([tooLong, misplaced, rules.get(448)]).toEqual([[436, 439, 443], [], ['unreadable-file']]);
}, 120_000);

test('of large files no more are held at a time than of small ones', async () => {
  const large = join(folder, 'large');
  writeFileSync(large, new Uint8Array(MOST_FILE_BYTES / 4));
  const paths = Array.from({ length: 420 }, (_, k) => join(folder, `large ${k}`));
  for (const path of paths) linkSync(large, path);
  const handed: number[] = [];
  const readSome = jest.spyOn(READS_HERE, 'readSome').mockImplementation(async (files) => {
    handed.push(files.reduce((sum, { length }) => sum + length, 0));
    return files.map(() => ({ identity: null, report: null, findings: [], places: new Map(), modified: null }));
  });
  const read = await readFiles(paths, context, () => {}, MANY);
  expect(read.filter((file) => file !== undefined)).toHaveLength(420);
  if (availableParallelism() > 1) expect(readSome).toHaveBeenCalled();
  expect(Math.max(0, ...handed)).toBeLessThanOrEqual(MOST_FILE_BYTES);
}, 120_000);
