import { app } from '@azure/functions';
import { registerServer } from '../../../functions/register.ts';
import { MemoryTable } from '../../../functions/store/memory-table.ts';
import { startHost } from '../../../host/node/host.ts';
import { loadApp } from '../../../host/node/load-app.ts';
import { jsonLog } from '../../../host/node/log.ts';
import { pagesOf } from '../../../host/node/pages.ts';
import { stopOnSignal } from '../../../host/node/stop-on-signal.ts';
import { writingProgram } from '../../../templates/beside/built-writing-program.ts';
import { type WritesDocuments, writingPool } from '../../../templates/beside/writing-pool.ts';
import { FailingTable } from '../../functions/protocol/failing-table.ts';
import { anApi } from '../../support/an-api.ts';

// The API under the real host, its documents written in threads as anywhere. Forms pass a gate: `gate?after=20` closes it for all but the
// next 20 and lets those go on that waited, `gate` leaves it open; `count` says how many forms were asked for and how many are made.
// `store?fails=60` has the 60th call of the store fail.

const log = jsonLog((line) => process.stderr.write(line));
const table = new FailingTable(new MemoryTable());
const pool = writingPool(async () => writingProgram, { workers: 2, mostWaiting: 256 });
const count = { asked: 0, made: 0 };

/** Lets all forms through but those behind the `last`, which wait. */
interface Gate {
  readonly last: number;
  readonly opened: Promise<void>;
  readonly open: () => void;
}

const OPEN: Gate = { last: Number.POSITIVE_INFINITY, opened: Promise.resolve(), open: () => {} };
let gate = OPEN;

function closedAfter(last: number): Gate {
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { last, opened, open };
}

const documents: WritesDocuments = {
  write: async (kind, wanted, by) => {
    if (kind !== 'form') return pool.write(kind, wanted, by);
    count.asked += 1;
    if (count.asked > gate.last) await gate.opened;
    const form = await pool.write(kind, wanted, by);
    if (form !== 'busy') count.made += 1;
    return form;
  },
  end: pool.end,
};

const loaded = loadApp(async () => {
  const api = await anApi(table);
  Object.assign(api.deps, { documents });
  for (const [path, serve] of api.servers) registerServer('', path.slice(1), serve, 0);
  app.http('count', { route: 'count', methods: ['GET'], handler: () => ({ jsonBody: count }) });
  app.http('gate', {
    route: 'gate',
    methods: ['POST'],
    handler: ({ query }) => {
      const after = query.get('after');
      const { open } = gate;
      gate = after === null ? OPEN : closedAfter(count.asked + Number(after));
      open();
      return { jsonBody: count };
    },
  });
  app.http('store', {
    route: 'store',
    methods: ['POST'],
    handler: ({ query }) => {
      table.arm({ call: Number(query.get('fails')), effect: 'before' });
      return { status: 204 };
    },
  });
  app.hook.appTerminate(() => pool.end());
}, log);
const pages = pagesOf({ '/': 'tests/host/node/some-pages' }, { microsoft: false });
const host = await startHost({ port: 0, app: loaded, prefix: 'api', pages, log });
if (!host.ok) throw new Error(`[host] "port": ${host.error}`);
stopOnSignal(host.value.stop, log);
await loaded;
process.stdout.write(`port ${host.value.port}\n`);
