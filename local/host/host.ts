import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { failed, ok, type Result } from '../../core/result.ts';
import { announcedTooLarge, answerBadBytes } from './bad-bytes.ts';
import { bodyMemory } from './body-memory.ts';
import { exchange } from './exchange.ts';
import type { FunctionsApp } from './functions-app.ts';
import { errorText, type Log } from './log.ts';
import type { Serving } from './outcome.ts';
import type { Pages } from './pages.ts';
import { routerOf } from './router.ts';
import { startTimers } from './timers.ts';
import { turns } from './turns.ts';

export interface HostSettings {
  /** 0 for any free one. */
  readonly port: number;
  /** The network address to listen at; this machine alone where it is left out. */
  readonly address?: string;
  /** The app, while it is still being loaded: requests wait for it. */
  readonly app: Promise<FunctionsApp>;
  /** The route prefix of host.json. */
  readonly prefix: string;
  readonly pages: Pages;
  readonly log: Log;
  /** How long a client may send nothing in the middle of a body. */
  readonly idleMs?: number;
}

export interface Host {
  readonly port: number;
  /** Stops listening, lets running calls and timers end, and closes the app; `withinMs` is the longest that calls are waited for. */
  readonly stop: (withinMs: number) => Promise<void>;
}

const IDLE_MS = 30_000;
/** A whole upload of 10 MiB over a slow line. */
const REQUEST_MS = 300_000;
const HEADERS_MS = 20_000;
const KEEP_ALIVE_MS = 30_000;
const CHECK_MS = 5_000;
const MOST_HEADER_BYTES = 16 * 1024;
const MOST_BODIES_BYTES = 256 * 1024 * 1024;

/** Listens and serves a functions app and pages; `taken` where the port is another program's. */
export async function startHost(settings: HostSettings): Promise<Result<Host, 'taken'>> {
  const { log, pages, idleMs = IDLE_MS } = settings;
  const stopping = new AbortController();
  const serving = settings.app.then((app): Serving => ({ app, find: routerOf(app.functions, settings.prefix), prefix: settings.prefix }));
  serving.catch(() => {}); // whoever waits for the app learns it
  const around = { serving, pages, memory: bodyMemory(MOST_BODIES_BYTES), turn: turns(), idleMs, stopping: stopping.signal, log };

  const running = new Set<Promise<void>>();
  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    const served = exchange(request, response, around).finally(() => running.delete(served));
    running.add(served);
  };
  const server = createServer(
    {
      maxHeaderSize: MOST_HEADER_BYTES,
      headersTimeout: HEADERS_MS,
      requestTimeout: REQUEST_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: CHECK_MS,
    },
    serve,
  );
  // A client that asks first whether it may send its body is told no at once where the body is too large.
  server.on('checkContinue', (request, response) => {
    if (!announcedTooLarge(request)) response.writeContinue();
    serve(request, response);
  });
  server.on('clientError', answerBadBytes(log));
  if (!(await listened(server, settings))) return failed('taken');

  const timers = serving.then(({ app }) => startTimers(app, log));
  timers.catch(() => {});
  return ok({
    port: (server.address() as AddressInfo).port,
    stop: async (withinMs) => {
      stopping.abort();
      server.close();
      const timersEnded = timers.then((one) => one.stop()).catch(() => {});
      await Promise.race([Promise.all([...running, timersEnded]), sleep(withinMs, null, { ref: false })]);
      server.closeAllConnections();
      await serving.then(({ app }) => app.terminate()).catch((error) => log({ level: 'error', message: errorText(error) }));
    },
  });
}

function listened(server: Server, { port, address = '127.0.0.1' }: HostSettings): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error)));
    server.listen(port, address, () => resolve(true));
  });
}
