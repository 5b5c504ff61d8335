import type { Route } from '../../contract/route.ts';
import type { JsonAnswer, RouteName, RouteNamed } from '../../contract/route-types.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { type AnyRequest, fetchArguments, type RequestTo } from './request.ts';
import { type TimeLimit, timeLimit } from './time-limit.ts';
import { type ApiTrouble, troubleOf } from './trouble.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** An access key, or whoever gives a token that is good for one call; its failure is a sentence for the person. */
export type Bearer = string | (() => Promise<Result<string, string>>);

/** An answer with what its headers say. */
export interface Answer<T> {
  readonly value: T;
  readonly etag: string | null;
  readonly status: number;
}

/** The JSON that a route answers with; null where it answers with nothing. */
type JsonOf<R extends Route> = [JsonAnswer<R, keyof R['answers']>] extends [never] ? null : JsonAnswer<R, keyof R['answers']>;

/** The request, left out where a route needs nothing said. */
type Saying<R extends Route> = Record<never, never> extends RequestTo<R> ? [request?: RequestTo<R>] : [request: RequestTo<R>];

/** The routes that say when nothing is new. */
type TaggedName = { [N in RouteName]: RouteNamed<N>['answers'] extends { readonly 304: unknown } ? N : never }[RouteName];

/**
 * A caller of the API on this page's own origin: what a route takes and gives follows from its contract. Key or token go into a header,
 * never into a URL.
 */
export interface Calling {
  readonly json: <N extends RouteName>(
    route: N,
    ...said: Saying<RouteNamed<N>>
  ) => Promise<Result<Answer<JsonOf<RouteNamed<N>>>, ApiTrouble>>;
  readonly blob: <N extends RouteName>(route: N, ...said: Saying<RouteNamed<N>>) => Promise<Result<Answer<Blob>, ApiTrouble>>;
  /** Null where the state is still the one that `etag` names. */
  readonly newer: <N extends TaggedName>(
    route: N,
    etag: string | null,
    ...said: Saying<RouteNamed<N>>
  ) => Promise<Result<Answer<JsonOf<RouteNamed<N>>> | null, ApiTrouble>>;
}

/** What is only looked at begins soon; a file is made first, or piece by piece, and what is written is written however long it takes. */
const LOOK_MS = 20_000;
const LONGEST_MS = 120_000;

/** Answers without a body: a response cannot be made with one, while a browser may say that it has come with one (Fetch, "null body status"). */
const NO_BODY: readonly number[] = [204, 205, 304];

/** The same answer, each piece of which is told as it comes. */
function hearing(response: Response, heard: () => void): Response {
  if (!response.body || NO_BODY.includes(response.status)) return response;
  const transform = (piece: Uint8Array, onward: TransformStreamDefaultController<Uint8Array>): void => {
    heard();
    onward.enqueue(piece);
  };
  return new Response(response.body.pipeThrough(new TransformStream({ transform })), response);
}

export function callerOf(bearer: Bearer | null, send: Fetch = (url, init) => fetch(url, init)): Calling {
  let lookMs = LOOK_MS;
  const ask = async (route: RouteName, request: AnyRequest, key: string | null, waiting: TimeLimit): Promise<Response> => {
    const { url, init } = fetchArguments(route, request);
    const authorization = key === null ? {} : { authorization: `Bearer ${key}` };
    const { signal } = waiting;
    const headers = { ...init.headers, ...authorization };
    const response = await send(url, { cache: 'no-store', credentials: 'omit', ...init, signal, headers });
    waiting.heard();
    return hearing(response, waiting.heard);
  };
  const read = async <T>(
    route: RouteName,
    request: AnyRequest,
    longest: number,
    take: (response: Response) => Promise<T>,
  ): Promise<Result<Answer<T>, ApiTrouble>> => {
    // A person may be asked for the token, who takes the time that it takes.
    const credential = typeof bearer === 'function' ? await bearer() : ok(bearer);
    if (!credential.ok) return failed({ kind: 'no-token', why: credential.error });
    const waiting = timeLimit(longest, LONGEST_MS, request.signal);
    try {
      const response = await ask(route, request, credential.value, waiting);
      const { headers, status } = response;
      if (!response.ok && status !== 304) return failed(await troubleOf(response));
      const value = await take(response);
      lookMs = LOOK_MS;
      return ok({ value, etag: headers.get('etag'), status });
    } catch (error) {
      const late = waiting.lateMs();
      // A server that was slower than that is given more time at the next try, or it would never come to an end.
      if (late !== null) lookMs = Math.min(lookMs * 2, LONGEST_MS);
      if (late !== null) return failed({ kind: 'late', seconds: Math.round(late / 1000) });
      // Otherwise somebody stopped it, nobody was reached, or the line broke in the middle of the answer.
      return failed(error instanceof DOMException && error.name === 'AbortError' ? { kind: 'stopped' } : { kind: 'offline' });
    } finally {
      waiting.over();
    }
  };
  const longestOf = (route: RouteName): number => (route.startsWith('GET ') ? lookMs : LONGEST_MS);
  return {
    // The server is of the same release and holds its answers to the contract: their shapes are not looked at again here.
    json: (route, request: AnyRequest = {}) =>
      read(route, request, longestOf(route), async (response) => (response.status === 204 ? null : await response.json())),
    blob: (route, request: AnyRequest = {}) => read(route, request, LONGEST_MS, (response) => response.blob()),
    newer: async (route, etag, request: AnyRequest = {}) => {
      const headers = { ...request.headers, ...(etag !== null && { 'if-none-match': etag }) };
      const answer = await read(route, { ...request, headers }, longestOf(route), async (response) =>
        response.status === 304 ? null : await response.json(),
      );
      if (!answer.ok) return answer;
      const { value } = answer.value;
      return ok(value === null ? null : { ...answer.value, value });
    },
  };
}
