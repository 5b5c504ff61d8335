import type { IncomingMessage, ServerResponse } from 'node:http';
import { problemResponse, type Refusal } from '../../functions/http/problem.ts';
import type { BodyHolder, BodyMemory } from './body-memory.ts';
import { type BodySource, bodySource } from './body-source.ts';
import type { FunctionsApp } from './functions-app.ts';
import { type HttpCall, invokeHttp } from './invoke-http.ts';
import type { HostLimits } from './limits.ts';
import type { Log } from './log.ts';
import type { Pages } from './pages.ts';
import { badAddress, badHost, crashed, notFound, otherMethod, stopping, twoCredentials, withoutBody } from './refusals.ts';
import type { Reply } from './reply.ts';
import { holderOf, nameOf, type RequestOrigin } from './request-origin.ts';
import { hostOf, parseTarget, type RequestTarget } from './request-target.ts';
import type { Found, Router } from './router.ts';
import type { SlowReaders } from './slow-readers.ts';

/** The functions that requests are served by. */
export interface ServedFunctions {
  readonly app: FunctionsApp;
  readonly find: Router;
  /** The part of addresses that belongs to functions: `api`. */
  readonly prefix: string;
}

export interface RequestContext {
  /** Requests that come before the app is loaded wait for it. */
  readonly serving: Promise<ServedFunctions>;
  readonly pages: Pages;
  readonly limits: HostLimits;
  readonly memory: BodyMemory;
  readonly unread: SlowReaders;
  /** Resolves when it is this caller's turn: functions start, and go on with a body, one after another. */
  readonly turn: (who: string) => Promise<void>;
  readonly stopping: AbortSignal;
  readonly log: Log;
}

/** How a request ends: a function's answer, the host's own, or nothing (the client went away). */
export type RequestOutcome = { readonly kind: 'function' | 'host'; readonly reply: Reply } | { readonly kind: 'gone' };

export interface IncomingRequest {
  readonly id: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly origin: RequestOrigin;
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Answers a request, by a function or by the host itself. Throws what a function throws. */
export async function answerRequest(asked: IncomingRequest, around: RequestContext): Promise<RequestOutcome> {
  const { id, request } = asked;
  if (around.stopping.aborted) return refused(stopping(), id);
  const target = parseTarget(request.url ?? '');
  if (!target) return refused(badAddress(), id);
  const host = hostOf(request, target);
  if (host === null) return refused(badHost(), id);
  // A proxy, or whoever reads its log, may have looked at the other one.
  if ((request.headersDistinct.authorization?.length ?? 0) > 1) return refused(twoCredentials(), id);
  const { method = '' } = request;
  if (!METHODS.includes(method)) return refused(otherMethod(METHODS), id);
  const { app, find, prefix } = await around.serving;
  if (target.segments[0]?.toLowerCase() !== prefix) return { kind: 'host', reply: around.pages(target.pathname, method, request.headers) };
  // Of an answer to HEAD only the body is left out, and that is the host's business.
  const found = find(method === 'HEAD' ? 'GET' : method, target.segments);
  if (found.kind === 'nothing') return refused(notFound(), id);
  if (found.kind === 'other-methods') return refused(otherMethod(found.allowed), id);
  const holder = holderOf(request, asked.origin);
  const turn = (): Promise<void> => around.turn(nameOf(holder));
  return withBody(asked, { ...around, turn, holder }, async ({ stream }) => {
    await turn();
    return invokeHttp(app, callOf(asked, { target, host, found, stream }), around.log);
  });
}

/**
 * Lets `use` ask for the body, which is not read before: a function looks at who calls first. What it answers does not count where
 * it asked and the body did not come. The memory that the body takes is given back when `use` has ended.
 */
async function withBody(
  { id, request, response }: IncomingRequest,
  {
    memory,
    limits,
    turn,
    holder,
    stopping,
  }: Omit<RequestContext, 'turn'> & { readonly turn: () => Promise<void>; readonly holder: BodyHolder },
  use: (source: BodySource) => Promise<Reply>,
): Promise<RequestOutcome> {
  let taken = 0;
  const source = bodySource(request, {
    ...limits.bodies,
    turn,
    stopping,
    take: (bytes) => {
      if (!memory.take(holder, bytes)) return false;
      taken += bytes;
      return true;
    },
    wanted: () => {
      if (request.headers.expect !== undefined) response.writeContinue();
    },
  });
  try {
    const reply = await use(source).catch((error: unknown) => {
      if (source.lost() === null) throw error;
      return null;
    });
    const lost = source.lost();
    if (lost === 'gone') return { kind: 'gone' };
    if (lost !== null || reply === null) return refused(withoutBody(lost ?? 'gone'), id);
    return { kind: 'function', reply };
  } finally {
    memory.give(holder, taken);
  }
}

interface Meant {
  readonly target: RequestTarget;
  readonly host: string;
  readonly found: Extract<Found, { kind: 'function' }>;
  readonly stream: BodySource['stream'];
}

function callOf({ id, request, origin }: IncomingRequest, { target, host, found, stream }: Meant): HttpCall {
  const method = request.method === 'HEAD' ? 'GET' : (request.method ?? '');
  return {
    id,
    served: found.served,
    method,
    url: `${origin.secure ? 'https' : 'http'}://${host}${target.pathname}${target.search}`,
    headers: request.headers,
    forwardedFor: origin.chain,
    parameters: found.parameters,
    body: method === 'GET' ? null : stream,
  };
}

export const crash = (id: string): RequestOutcome => refused(crashed(), id);
const refused = (refusal: Refusal, id: string): RequestOutcome => ({ kind: 'host', reply: problemResponse(refusal, id) });
