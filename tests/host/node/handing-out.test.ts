import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { unzipSync, zipSync } from 'fflate';
import { ZIP } from '../../../core/media-types.ts';
import { obligationsIn } from '../../support/a-form.ts';
import { aHost, ask, heard, json, type RunningHost } from './a-host.ts';

// Of one archive that goes out while it is made: how much is made when something of it has come follows from a gate, not from a clock.

const GATE = 20;
/** Agencies whose documents are made ahead of whoever takes them. */
const AHEAD = 3;
const { agencies } = obligationsIn('2026');
const AT = new Date('2026-11-25T02:00:00Z');
const HEAD_BYTES = 30;

let host: RunningHost;
beforeAll(async () => {
  host = await aHost({}, 'tests/host/node/serve-handing-out.ts');
});
afterAll(() => host.stop());

const CALLER = { authorization: 'Bearer VPUB', 'content-type': 'application/json' };
const pathOf = (period: string) => `/api/periods/${period}/handout`;
const handOutTo = (to: readonly string[]) =>
  ask(host.port, pathOf('2026'), { method: 'POST', headers: CALLER, body: JSON.stringify({ agencies: to }) });
const count = async (): Promise<{ asked: number; made: number }> => json(await ask(host.port, '/api/count'));
const closeGate = (after: number) => ask(host.port, `/api/gate?after=${after}`, { method: 'POST' });
const openGate = () => ask(host.port, '/api/gate', { method: 'POST' });

/** The answer to a call for all agencies when its head has come. */
async function begun(period = '2026'): Promise<IncomingMessage> {
  const calling = request({ host: '127.0.0.1', port: host.port, path: pathOf(period), method: 'POST', headers: CALLER, agent: false });
  calling.on('error', () => {}); // told to the answer, too
  calling.end('{}');
  const [answer] = (await once(calling, 'response')) as [IncomingMessage];
  return answer;
}

/** What has come when the first entry is whole; nothing behind it is asked for. */
async function firstEntry(answer: IncomingMessage): Promise<Buffer> {
  let come = Buffer.alloc(0);
  for await (const piece of answer.iterator({ destroyOnReturn: false })) {
    come = Buffer.concat([come, piece]);
    if (come.length >= HEAD_BYTES && come.length >= HEAD_BYTES + come.readUInt16LE(26) + come.readUInt32LE(18)) return come;
  }
  throw new Error('[handout] "first entry": never whole');
}

/** Everything behind it; rejects where it breaks off. */
async function rest(answer: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of answer) pieces.push(piece);
  return Buffer.concat(pieces);
}

test('the answer begins before a form is made, and its first entry comes before the last form', async () => {
  await closeGate(0);
  const answer = await begun();
  expect(await count()).toEqual({ asked: expect.any(Number), made: 0 });
  const { headers } = answer;
  expect([answer.statusCode, headers['content-type'], headers['transfer-encoding'], headers['content-length']]).toEqual([
    200,
    ZIP,
    'chunked',
    undefined,
  ]);
  const before = await closeGate(GATE);
  const first = await firstEntry(answer);
  const { made } = await count();
  expect(made).toBeLessThanOrEqual(GATE + json(before).asked);
  await openGate();
  const archive = Buffer.concat([first, await rest(answer)]);
  const files = unzipSync(archive);
  expect(Object.keys(files).filter((path) => path.endsWith('.xlsx'))).toEqual([
    ...agencies.map(({ id }) => expect.stringMatching(new RegExp(`^${id} .*/phu-luc-${id}-2026\\.xlsx$`))),
    'danh-sach.xlsx',
  ]);
  expect(archive.equals(zipSync(files, { level: 0, mtime: AT }))).toBe(true);
  expect((await count()).made).toBe(agencies.length);
});

test('nothing more is made for clients that went away, and their places are free', async () => {
  const before = await count();
  await closeGate(GATE);
  const answers = [await begun(), await begun()];
  await Promise.all(answers.map(firstEntry));
  expect((await handOutTo(['SNV'])).status).toBe(503);
  for (const answer of answers) answer.destroy();
  await openGate();
  let again = await handOutTo(['SNV']);
  for (let k = 0; k < 600 && again.status === 503; k++) {
    await pause(50);
    again = await handOutTo(['SNV']);
  }
  expect([again.status, Object.keys(unzipSync(again.body)).length]).toEqual([200, 3]);
  expect((await Promise.all([handOutTo(['SNV']), handOutTo(['STC'])])).map(({ status }) => status)).toEqual([200, 200]);
  const after = await count();
  expect(after.asked - before.asked).toBeLessThanOrEqual(GATE + answers.length * AHEAD + 3);
  expect(after.made - before.made).toBe(after.asked - before.asked);
});

test('one that breaks off is no whole answer, is told of in the log, and keeps no place', async () => {
  const opened = await ask(host.port, '/api/periods', { method: 'POST', headers: CALLER, body: JSON.stringify({ period: '2027' }) });
  expect(opened.status).toBe(201);
  for (let k = 0; k < 3; k++) {
    // Well behind what is read and written before the answer begins: the figures that the forms name of the period before.
    await ask(host.port, '/api/store?fails=60', { method: 'POST' });
    const answer = await begun('2027');
    expect(answer.statusCode).toBe(200);
    await expect(rest(answer)).rejects.toThrow('aborted');
    await heard(host, String(answer.headers['x-request-id']));
  }
  await heard(host, 'StoreUnavailable: refused');
  expect((await handOutTo(['SNV'])).status).toBe(200);
});
