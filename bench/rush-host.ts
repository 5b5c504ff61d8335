import { join } from 'node:path';
import { issueKey } from '../functions/identity/access-key.ts';
import { openEmbeddedTable } from '../functions/store/embedded-table.ts';
import { startHost } from '../host/node/host.ts';
import { loadApp } from '../host/node/load-app.ts';
import { jsonLog } from '../host/node/log.ts';
import { stopOnSignal } from '../host/node/stop-on-signal.ts';
import { defaultAgencies } from '../seeds/agencies.ts';

/** What the bench learns of a host that it started: its first line. */
export interface HostStarted {
  readonly port: number;
  /** Agency → access key. */
  readonly keys: Readonly<Record<string, string>>;
}

// node tools/run.mjs bench/rush-host.ts DATA-FOLDER: the local host with the real functions on an embedded store of its own; says where
// it listens in one line, ends on SIGTERM with its peak memory (MB) in another.
const [, , data = ''] = process.argv;
process.env.PHULUC_STORAGE = 'embedded';
process.env.PHULUC_DATA = data;
const keys = await issuedKeys();
const log = jsonLog((line) => process.stderr.write(line));
const host = await startHost({
  port: 0,
  app: loadApp(() => import('../functions/main.ts'), log),
  prefix: 'api',
  pages: () => ({ status: 404, headers: {}, body: null }),
  log,
});
if (!host.ok) throw new Error('[bench] "rush host": no free port');
say({ port: host.value.port, keys } satisfies HostStarted);
process.on('exit', () => say(process.resourceUsage().maxRSS / 1024));
stopOnSignal(host.value.stop, log);

async function issuedKeys(): Promise<Record<string, string>> {
  const table = openEmbeddedTable(join(data, 'phuluc.sqlite'));
  const issued: [string, string][] = [];
  for (const { id } of defaultAgencies().filter(({ active }) => active))
    issued.push([id, (await issueKey(table, { agency: id, by: 'bench', at: new Date() })).key]);
  await table.close();
  return Object.fromEntries(issued);
}

function say(what: unknown): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}
