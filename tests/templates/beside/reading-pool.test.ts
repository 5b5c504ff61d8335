import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { owedBy } from '../../../core/plan/obligations.ts';
import type { Period } from '../../../core/plan/period.ts';
import type { RowId } from '../../../core/plan/plan.ts';
import { READS_HERE, readingPool } from '../../../templates/beside/reading-pool.ts';
import { MOST_READING_MS } from '../../../templates/beside/reading-worker.ts';
import { ThreadEnded } from '../../../templates/beside/thread-ended.ts';
import { aTriedForm, warmUp } from '../../../templates/beside/warm-up.ts';
import { unpackAhead } from '../../../templates/unpack-ahead.ts';
import { readUpload, type Upload } from '../../../templates/upload/read-upload.ts';
import { context, obligationsIn } from '../../support/a-form.ts';
import { aWorkbookFile } from '../../support/xlsx-zip.ts';
import { aBuiltForm } from '../form/a-built-form.ts';

const print =
  "import('./tools/thread-programs.mjs').then(async ({ threadProgram }) => process.stdout.write(await threadProgram('reading')))";
const PROGRAM = execFileSync(process.execPath, ['-e', print], { encoding: 'utf8', maxBuffer: 2 ** 26 });

/** A program that says it is there, and then does as it is told by the first byte of what it is to read. */
const ODD = `
const { parentPort } = require('node:worker_threads');
const { readlinkSync } = require('node:fs');
let task = null;
try { task = '/proc/' + readlinkSync('/proc/thread-self'); } catch {}
parentPort.on('message', ({ kind, job }) => {
  if (kind !== 'do') return;
  const { bytes } = job;
  if (bytes[0] === 1) for (;;);
  if (bytes[0] === 2) throw new Error('broken');
  if (bytes[0] === 3) { const held = []; for (;;) held.push(new Array(1e6).fill(held.length)); }
  if (bytes[0] === 6) {
    const { existsSync, writeFileSync } = require('node:fs');
    const once = Buffer.from(bytes.subarray(1)).toString();
    if (!existsSync(once)) return writeFileSync(once, ''), process.exit(1);
  }
  if (bytes[0] === 5) return void setTimeout(() => process.exit(1), 20);
  const upload = { identity: null, report: null, findings: [], places: new Map(), modified: new Date(bytes[1]) };
  setTimeout(() => parentPort.postMessage({ kind: 'made', made: upload }), bytes[0] === 4 ? 300 : 0);
});
parentPort.postMessage({ kind: 'ready', task });
`;
const rulesOf = (upload: Upload | 'busy') => (upload === 'busy' ? upload : upload.findings.map(({ rule }) => rule));

test('a form is read beside as it is read here', async () => {
  const { bytes } = await aBuiltForm('XA-21211');
  const pool = readingPool({ workers: 2, mostWaiting: 10, program: PROGRAM });
  const here = readUpload(bytes, context, unpackAhead(bytes));
  const read = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((by) => pool.read(bytes, context, by)));
  await pool.end();
  expect(read).toEqual([here, here, here, here, here]);
  expect(bytes.length).toBeGreaterThan(1000); // it is still the caller's
});

test("a Buffer that was read stays the caller's", async () => {
  const pool = readingPool({ workers: 1, mostWaiting: 10, program: ODD });
  const bytes = Buffer.alloc(20_000);
  await pool.read(bytes, context, 'a');
  await pool.end();
  expect(bytes).toHaveLength(20_000);
});

test('what takes too long is given up, and the next is read', async () => {
  const pool = readingPool({ workers: 1, mostWaiting: 10, program: ODD });
  const began = process.cpuUsage();
  const long = pool.read(Uint8Array.of(1), context, 'a');
  const next = pool.read(Uint8Array.of(0), context, 'b');
  expect(rulesOf(await long)).toEqual(['reading-took-too-long']);
  const { user, system } = process.cpuUsage(began);
  expect((user + system) / 1000).toBeGreaterThan(MOST_READING_MS * 0.8);
  expect(rulesOf(await next)).toEqual([]);
  await pool.end();
});

test('what takes all memory is given up, and the next is read', async () => {
  const pool = readingPool({ workers: 1, mostWaiting: 10, program: ODD });
  expect(rulesOf(await pool.read(Uint8Array.of(3), context, 'a'))).toEqual(['reading-took-too-long']);
  expect(rulesOf(await pool.read(Uint8Array.of(0), context, 'a'))).toEqual([]);
  await pool.end();
});

test('a file whose thread ends amid it is read by another; one that ends that thread too is given up', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'phuluc-thread-'));
  const pool = readingPool({ workers: 1, mostWaiting: 10, program: ODD });
  const endsOne = (name: string): Uint8Array => Buffer.concat([Uint8Array.of(6), Buffer.from(join(folder, name))]);
  const [read, next] = [pool.read(endsOne('a'), context, 'a'), pool.read(Uint8Array.of(0), context, 'b')];
  expect([rulesOf(await read), rulesOf(await next)]).toEqual([[], []]);
  expect(await pool.mark(endsOne('b'), { remarks: {} }, context, 'a')).not.toBeNull();
  expect(rulesOf(await pool.read(Uint8Array.of(5), context, 'a'))).toEqual(['unreadable-file']);
  expect(await pool.mark(Uint8Array.of(5), { remarks: {} }, context, 'a')).toBeNull();
  await pool.end();
  rmSync(folder, { recursive: true });
});

test('who is served as the threads are ended is told that they ended, waiting or not', async () => {
  const pool = readingPool({ workers: 1, mostWaiting: 10, program: ODD });
  expect(rulesOf(await pool.read(Uint8Array.of(0), context, 'a'))).toEqual([]); // the thread is there
  const asked = [4, 4, 0].map((byte) => pool.read(Uint8Array.of(byte), context, 'a').then(rulesOf, (error: unknown) => error));
  await pool.end();
  expect(await Promise.all(asked)).toEqual([new ThreadEnded(), new ThreadEnded(), new ThreadEnded()]);
  await expect(pool.read(Uint8Array.of(0), context, 'a')).rejects.toThrow(ThreadEnded);
});

test('a thread that ends while this one is busy harms nobody else', async () => {
  const pool = readingPool({ workers: 1, mostWaiting: 10, program: ODD });
  expect(rulesOf(await pool.read(Uint8Array.of(0), context, 'a'))).toEqual([]); // the thread is there
  const lost = pool.read(Uint8Array.of(5), context, 'a').then(rulesOf, String);
  await new Promise((go) => setImmediate(go)); // timers come next
  const until = performance.now() + 500;
  while (performance.now() < until); // its end is known to the system before it is told to us
  expect(await lost).toEqual(['unreadable-file']);
  expect(rulesOf(await pool.read(Uint8Array.of(0), context, 'b'))).toEqual([]);
  await pool.end();
});

test('a reader that breaks is told to its caller alone', async () => {
  const pool = readingPool({ workers: 1, mostWaiting: 10, program: ODD });
  await expect(pool.read(Uint8Array.of(2), context, 'a')).rejects.toThrow('broken');
  expect(rulesOf(await pool.read(Uint8Array.of(0), context, 'a'))).toEqual([]);
  await pool.end();
});

test('where too many wait, the next is told so at once', async () => {
  const pool = readingPool({ workers: 1, mostWaiting: 2, program: ODD });
  const all = ['a', 'b', 'c', 'd'].map((by) => pool.read(Uint8Array.of(4), context, by));
  expect((await Promise.all(all)).map(rulesOf)).toEqual([[], [], [], 'busy']);
  await pool.end();
});

test('nobody waits behind all that one other sent', async () => {
  const pool = readingPool({ workers: 2, mostWaiting: 20, program: ODD });
  const order: string[] = [];
  const send = (by: string) => pool.read(Uint8Array.of(4), context, by).then(() => order.push(by));
  await Promise.all([...Array.from({ length: 6 }, () => send('many')), send('one')]);
  expect(order.indexOf('one')).toBeLessThan(4);
  await pool.end();
});

test('whoever fills all places to wait in keeps nobody else out', async () => {
  const pool = readingPool({ workers: 1, mostWaiting: 4, program: ODD });
  const many = Array.from({ length: 8 }, () => pool.read(Uint8Array.of(4), context, 'many'));
  const others = ['one', 'two'].map((by) => pool.read(Uint8Array.of(4), context, by));
  expect((await Promise.all(others)).map(rulesOf)).toEqual([[], []]);
  expect((await Promise.all(many)).filter((upload) => upload === 'busy')).toHaveLength(5);
  await pool.end();
});

test('a form is marked, and documents are looked at, beside as it is done here', async () => {
  const { bytes } = await aBuiltForm('XA-21211');
  const remarked = { remarks: { ['PL1.I.1.3' as RowId]: { text: 'xem lại' } } };
  const pool = readingPool({ workers: 1, mostWaiting: 10, program: PROGRAM });
  const both = [pool, READS_HERE].map(async (reads) => [
    await reads.mark(bytes, remarked, context, 'a'),
    await reads.document(bytes, 'a'),
    await reads.compare(bytes, bytes, 'a'),
  ]);
  const [beside, here] = await Promise.all(both);
  await pool.end();
  expect(beside).toEqual(here);
  expect(here).toEqual([{ ok: true, value: expect.any(Uint8Array) }, null, { count: expect.any(Number), differences: [], unchecked: [] }]);
});

// All figures at once in lists and maps came to two gigabytes of heap: more than a thread has, and V8 may end the process for want of it.
test('a workbook with a great many figures is compared in the time and memory of a thread', async () => {
  const figures = (rows: number) => '<row><c><v>1.5</v></c><c t="str"><v>a1</v></c></row>'.repeat(rows);
  const pool = readingPool({ workers: 1, mostWaiting: 10, program: PROGRAM });
  const [printed, wanted] = [150_000, 10].map((rows) => aWorkbookFile({ sheets: [{ rows: figures(rows) }] })) as [Uint8Array, Uint8Array];
  expect(await pool.compare(printed, wanted, 'a')).toMatchObject({ count: 20, differences: { length: 1_000 }, more: 298_980 });
  await pool.end();
});

test('whatever is done with a file ends in time, and leaves nothing behind', async () => {
  const pool = readingPool({ workers: 1, mostWaiting: 10, program: ODD });
  const bytes = Uint8Array.of(3);
  expect(await pool.mark(bytes, { remarks: {} }, context, 'a')).toBeNull();
  expect(await pool.document(bytes, 'a')).toBeNull();
  expect(await pool.compare(bytes, bytes, 'a')).toBeNull();
  expect(rulesOf(await pool.read(Uint8Array.of(0), context, 'a'))).toEqual([]);
  await pool.end();
});

test('the forms that threads try themselves on are read like any other, row by row', () => {
  const obligations = obligationsIn('2026');
  for (const { id } of obligations.agencies.filter((_, k) => k % 30 === 0)) {
    const { identity, report, findings } = readUpload(aTriedForm(obligations, id), context);
    expect(identity).toMatchObject({ agency: id, period: '2026' });
    const { indicators, tasks } = owedBy(obligations, id);
    const looked = new Set<unknown>([...Object.keys({ ...report?.indicators, ...report?.tasks }), ...findings.map(({ row }) => row)]);
    expect([...indicators, ...tasks].filter((row) => !looked.has(row.id))).toEqual([]);
    expect(indicators.length + tasks.length).toBeGreaterThan(0);
  }
});

test('a thread that tries itself does what it is asked first, and the same as any other', async () => {
  const { bytes } = await aBuiltForm('XA-21211');
  const pool = readingPool({ workers: 1, mostWaiting: 10, program: PROGRAM });
  let tries = 0;
  await warmUp({ ...context, expected: '2026' as Period }, () => ++tries > 3);
  expect(tries).toBe(4); // as soon as there is something to do it stops
  pool.warm({ ...context, expected: '2026' as Period });
  expect(await pool.read(bytes, context, 'a')).toEqual(readUpload(bytes, context, unpackAhead(bytes)));
  await pool.end();
});

const functions = readdirSync('functions', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));

test.each(functions)('no file of anybody is opened in the thread that serves: functions/%s', (path) => {
  const opened = /^import (?!type)[^;]*from '[./]*(xlsx\/(read|fix)|templates\/(upload|checking\/(read|compare)))/m;
  expect(readFileSync(`functions/${path}`, 'utf8')).not.toMatch(opened);
});
