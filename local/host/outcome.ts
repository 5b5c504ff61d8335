import type { IncomingMessage } from 'node:http';
import { MOST_BODY_BYTES } from '../../functions/http/api.ts';
import { problemResponse, type Refusal } from '../../functions/http/problem.ts';
import { type Address, addressOf } from './address.ts';
import type { BodyMemory } from './body-memory.ts';
import type { FunctionsApp } from './functions-app.ts';
import { invokeHttp } from './invoke-http.ts';
import type { Log } from './log.ts';
import type { Pages } from './pages.ts';
import { readBody } from './read-body.ts';
import { badAddress, crashed, notFound, otherMethod, stopping, withoutBody } from './refusals.ts';
import type { Reply } from './reply.ts';
import type { Found, Router } from './router.ts';

/** The functions that requests are served by. */
export interface Serving {
  readonly app: FunctionsApp;
  readonly find: Router;
  /** The part of addresses that belongs to functions: `api`. */
  readonly prefix: string;
}

export interface Surroundings {
  /** Requests that come before the app is loaded wait for it. */
  readonly serving: Promise<Serving>;
  readonly pages: Pages;
  readonly memory: BodyMemory;
  /** Resolves when it is this call's turn: functions start one after another. */
  readonly turn: () => Promise<void>;
  readonly idleMs: number;
  readonly stopping: AbortSignal;
  readonly log: Log;
}

/** How a request ends: a function's answer, the host's own, a refusal that closes the connection, or nothing (the client went away). */
export type Outcome = { readonly kind: 'function' | 'host' | 'refusal'; readonly reply: Reply } | { readonly kind: 'gone' };

export interface Asked {
  readonly id: string;
  readonly request: IncomingMessage;
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** What a request is answered. Throws what a function throws. */
export async function outcomeOf({ id, request }: Asked, around: Surroundings): Promise<Outcome> {
  if (around.stopping.aborted) return refused(stopping(), id);
  const address = addressOf(request.url ?? '');
  if (!address) return refused(badAddress(), id);
  const { method = '' } = request;
  if (!METHODS.includes(method)) return refused(otherMethod(METHODS), id);
  const { app, find, prefix } = await around.serving;
  if (address.segments[0]?.toLowerCase() !== prefix)
    return { kind: 'host', reply: around.pages(address.pathname, method, request.headers) };
  // Of an answer to HEAD only the body is left out, and that is the host's business.
  const found = find(method === 'HEAD' ? 'GET' : method, address.segments);
  if (found.kind === 'nothing') return replied(notFound(), id);
  if (found.kind === 'other-methods') return replied(otherMethod(found.allowed), id);
  return withBody({ id, request }, around, async (body) => {
    await around.turn();
    return { kind: 'function', reply: await invokeHttp(app, callOf({ id, request }, { address, found, body }), around.log) };
  });
}

/** Gives the body to `use`, and the memory that it takes back when that has ended. */
async function withBody({ id, request }: Asked, around: Surroundings, use: (body: Uint8Array) => Promise<Outcome>): Promise<Outcome> {
  const { memory, idleMs, stopping } = around;
  let taken = 0;
  const take = (bytes: number): boolean => {
    if (!memory.take(bytes)) return false;
    taken += bytes;
    return true;
  };
  try {
    const body = await readBody(request, { most: MOST_BODY_BYTES, idleMs, take, stopping });
    if (body.ok) return await use(body.value);
    const refusal = withoutBody(body.error);
    return refusal ? refused(refusal, id) : { kind: 'gone' };
  } finally {
    memory.give(taken);
  }
}

interface Meant {
  readonly address: Address;
  readonly found: Extract<Found, { kind: 'function' }>;
  readonly body: Uint8Array;
}

function callOf({ id, request }: Asked, { address, found, body }: Meant) {
  const method = request.method === 'HEAD' ? 'GET' : (request.method ?? '');
  return {
    id,
    served: found.served,
    method,
    url: `http://${request.headers.host ?? 'localhost'}${address.pathname}${address.search}`,
    headers: request.headers,
    address: (request.socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
    parameters: found.parameters,
    body: method === 'GET' ? new Uint8Array() : body,
  };
}

export const crash = (id: string): Outcome => replied(crashed(), id);
const replied = (refusal: Refusal, id: string): Outcome => ({ kind: 'host', reply: problemResponse(refusal, id) });
const refused = (refusal: Refusal, id: string): Outcome => ({ kind: 'refusal', reply: problemResponse(refusal, id) });
