import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { obligationsOf } from '../core/plan/obligations.ts';
import type { Period } from '../core/plan/period.ts';
import { firstPeriodOf, periodAfter } from '../core/plan/plan-periods.ts';
import { call, expectStatus } from './call.ts';
import { writeInbox } from './inbox-files.ts';
import { madeUpInbox } from './made-up/inbox.ts';
import { consolidatorOf, ownPlan } from './own-plan.ts';
import { putInPlace } from './put-in-place.ts';
import { type DemoServer, startDemoServer } from './server.ts';
import { uploadAll } from './uploads.ts';

// node tools/run.mjs demo/made-up-store.ts FOLDER: an embedded store of made-up reports, its first period closed and published, the second
// open. The folder is there when all of it is.
const [folder = ''] = process.argv.slice(2);
const chosen = ownPlan();
const { plan, agencies } = chosen;
const office = consolidatorOf(agencies);
const first = firstPeriodOf(plan);
const second = periodAfter(plan, first);
mkdirSync(dirname(folder), { recursive: true });
const data = mkdtempSync(`${folder}.dang-lap-`);
const inboxes = mkdtempSync(join(tmpdir(), 'made-up-'));
try {
  const settings = { logFile: join(data, 'may-chu.log'), keysFile: join(data, 'keys.json'), storage: 'embedded' } as const;
  const server = await startDemoServer({ data, ...settings });
  try {
    await sendAll(server, first);
    for (const act of ['close', 'publish']) await does(server, `/periods/${first}/${act}`, {}, 200);
    if (second) {
      await does(server, '/periods', { period: second }, 201);
      await sendAll(server, second);
    }
  } finally {
    await server.stop();
  }
  putInPlace(data, folder); // where another start was quicker, its store is as good
} finally {
  rmSync(data, { recursive: true, force: true });
  rmSync(inboxes, { recursive: true });
}

async function sendAll(server: DemoServer, period: Period): Promise<void> {
  const inbox = madeUpInbox(obligationsOf(plan, agencies, period));
  const sent = join(inboxes, period);
  await writeInbox(inbox, chosen, sent);
  await uploadAll(server, inbox, sent);
}

async function does(server: DemoServer, path: string, body: object, status: number): Promise<void> {
  const headers = { 'Content-Type': 'application/json' };
  expectStatus(await call(server, office, path, { method: 'POST', headers, body: JSON.stringify(body) }), status, path);
}
