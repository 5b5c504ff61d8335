import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { type HostLimits, USUAL_LIMITS } from '../../../host/node/limits.ts';
import { soon } from '../../support/soon.ts';

/** Limits that a test wants otherwise than they usually are. */
export interface SomeLimits extends Partial<Pick<HostLimits, 'trustedProxies' | 'secure'>> {
  readonly bodies?: Partial<HostLimits['bodies']>;
  readonly connections?: Partial<HostLimits['connections']>;
  readonly answers?: Partial<HostLimits['answers']>;
}

/** A host in a process of its own, as every host runs. */
export interface RunningHost {
  readonly port: number;
  readonly child: ChildProcess;
  /** What it has said on each stream until now. */
  readonly said: { out: string; err: string };
  /** Sends SIGTERM and waits; resolves to exit code and milliseconds. */
  readonly stop: () => Promise<{ readonly code: number | null; readonly ms: number }>;
}

/** Starts the small app of an-app.ts, or what another program registers, under the real host. */
export async function aHost(limits: SomeLimits = {}, program = 'tests/host/node/serve-app.ts'): Promise<RunningHost> {
  const child = spawn(process.execPath, ['tools/run.mjs', program, JSON.stringify(limits)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stderr.on('data', (piece) => {
    said.err += piece;
  });
  const port = await new Promise<number>((found, refused) => {
    child.stdout.on('data', (piece) => {
      said.out += piece;
      const told = /port (\d+)\n/.exec(said.out)?.[1];
      if (told) found(Number(told));
    });
    child.once('exit', (code) => refused(new Error(`[host] "start": ended with ${code}\n${said.err}`)));
  });
  return { port, child, said, stop: () => stopped(child) };
}

/** Waits until the host's log says something. */
export const heard = ({ said }: RunningHost, text: string): Promise<void> => soon(() => expect(said.err).toContain(text));

/** Whatever takes less was not waited for: the shortest of the host's usual patiences is twice that. */
export const WAITED_FOR_MS = Math.min(USUAL_LIMITS.connections.headMs, USUAL_LIMITS.connections.keepAliveMs) / 2;

/** Waits until the host serves a slow call; what came to it before that one has come in too. */
export const servesSlow = (port: number): Promise<void> =>
  soon(async () => expect(json(await ask(port, '/api/begun')).begun).toBeGreaterThan(0));

/** How many connections the host has, but for the one that asks. */
export const connectionsAt = async (port: number): Promise<number> => json(await ask(port, '/api/connections')).open - 1;

export async function stopped(child: ChildProcess): Promise<{ code: number | null; ms: number }> {
  const began = Date.now();
  if (child.exitCode === null) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  return { code: child.exitCode, ms: Date.now() - began };
}

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
}

/** One request on a connection of its own; `fetch` hides too much (several Set-Cookie, HEAD, 308). */
export function ask(port: number, path: string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece) => pieces.push(piece)).on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces) }));
    });
    request.on('error', reject).end(body);
  });
}

export const json = ({ body }: Answered) => JSON.parse(body.toString());

/** Sends pieces as they are, pausing for nothing, and gives all that comes back until the other side closes. */
export function raw(port: number, pieces: Iterable<string | Uint8Array>): Promise<string> {
  return new Promise((resolve) => {
    let got = '';
    const socket = connect(port, '127.0.0.1', () => {
      for (const piece of pieces) socket.write(piece);
    });
    socket.on('data', (piece) => {
      got += piece;
    });
    socket.on('error', () => {}).on('close', () => resolve(got));
  });
}
