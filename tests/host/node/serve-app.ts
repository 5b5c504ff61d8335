import { startHost } from '../../../host/node/host.ts';
import { USUAL_LIMITS } from '../../../host/node/limits.ts';
import { loadApp } from '../../../host/node/load-app.ts';
import { jsonLog } from '../../../host/node/log.ts';
import { pagesOf } from '../../../host/node/pages.ts';
import { stopOnSignal } from '../../../host/node/stop-on-signal.ts';
import type { SomeLimits } from './a-host.ts';

// Serves an-app.ts with the real host: prints its port, ends on SIGTERM. Its argument: limits that a test wants otherwise, as JSON.
const changed: SomeLimits = JSON.parse(process.argv[2] ?? '{}');
const log = jsonLog((line) => process.stderr.write(line));
const app = loadApp(() => import('./an-app.ts'), log);
const host = await startHost({
  port: 0,
  app,
  prefix: 'api',
  pages: pagesOf({ '/': 'tests/host/node/some-pages' }, { microsoft: false }),
  log,
  limits: {
    ...USUAL_LIMITS,
    ...changed,
    bodies: { ...USUAL_LIMITS.bodies, idleMs: 700, ...changed.bodies },
    connections: { ...USUAL_LIMITS.connections, ...changed.connections },
    answers: { ...USUAL_LIMITS.answers, ...changed.answers },
  },
});
if (!host.ok) throw new Error(`[host] "port": ${host.error}`);
stopOnSignal(host.value.stop, log);
await app;
process.stdout.write(`port ${host.value.port}\n`);
