import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { failed, ok, type Result } from '../../core/result.ts';
import type { RequestContext, ServedFunctions } from './answer-request.ts';
import { answerBadBytes } from './bad-bytes.ts';
import { bodyMemory } from './body-memory.ts';
import { connections } from './connections.ts';
import { exchange } from './exchange.ts';
import type { FunctionsApp } from './functions-app.ts';
import { type HostLimits, USUAL_LIMITS } from './limits.ts';
import { errorText, type Log } from './log.ts';
import type { Pages } from './pages.ts';
import { routerOf } from './router.ts';
import { cutOffSlowReaders } from './slow-readers.ts';
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
  readonly limits?: HostLimits;
}

export interface Host {
  readonly port: number;
  /** Stops listening, lets running calls and timers end, and closes the app; `withinMs` is the longest that calls are waited for. */
  readonly stop: (withinMs: number) => Promise<void>;
}

const CHECK_MS = 5_000;
const MOST_HEADER_BYTES = 16 * 1024;
/** Beyond what a body may take: whatever is neither a head nor a body that a function reads. */
const SLACK_MS = 60_000;

/** Listens and serves a functions app and pages; `taken` where the port is another program's. */
export async function startHost(settings: HostSettings): Promise<Result<Host, 'taken'>> {
  const { log, pages, limits = USUAL_LIMITS } = settings;
  const stopping = new AbortController();
  const serving = settings.app.then(
    (app): ServedFunctions => ({ app, find: routerOf(app.functions, settings.prefix), prefix: settings.prefix }),
  );
  serving.catch(() => {}); // whoever waits for the app learns it
  const around: RequestContext = {
    serving,
    pages,
    limits,
    memory: bodyMemory(limits.bodies),
    unread: cutOffSlowReaders(limits.answers),
    turn: turns(),
    stopping: stopping.signal,
    log,
  };

  const running = new Set<Promise<void>>();
  const open = connections(limits.connections, (request, response) => exchange(request, response, around));
  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    const served = open.serve(request, response).finally(() => running.delete(served));
    running.add(served);
  };
  const server = createServer(
    {
      maxHeaderSize: MOST_HEADER_BYTES,
      requireHostHeader: false, // whoever comes without one is told so as anybody else is, and stands in the log
      headersTimeout: limits.connections.headMs,
      requestTimeout: limits.bodies.wholeMs + SLACK_MS,
      keepAliveTimeout: limits.connections.keepAliveMs,
      connectionsCheckingInterval: CHECK_MS,
    },
    serve,
  );
  server.maxHeadersCount = 0; // bytes limit them; of more than it counts Node would lose those behind without a word, a proxy's own too
  server.maxRequestsPerSocket = limits.connections.requests;
  // A client may say that it sends no more and still listen; Node closes on it in the middle of its answer, unless told so (lib/_http_server.js,
  // `socketOnEnd`). The last answer closes the connection then, under the same limits as any.
  Object.assign(server, { httpAllowHalfOpen: true });
  server.on('connection', open.opened);
  // A client that asks first whether it may send its body is told so when a function wants the body.
  server.on('checkContinue', serve);
  server.on('checkExpectation', serve); // what else a client expects need not be so (RFC 9110, 10.1.1)
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
      around.unread.end();
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
