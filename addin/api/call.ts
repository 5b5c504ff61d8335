import { failed, ok, type Result } from '../../core/result.ts';
import { type Patience, patience } from './patience.ts';
import { type ApiTrouble, troubleOf } from './trouble.ts';

export type Send = (address: string, init: RequestInit) => Promise<Response>;

/** An access key, or whoever gives a token that is good for one call; its failure is a sentence for the person. */
export type Bearer = string | (() => Promise<Result<string, string>>);

export interface Ask {
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: BodyInit;
  readonly signal?: AbortSignal;
}

/** An answer with what its headers say. */
export interface Answer<T> {
  readonly value: T;
  readonly etag: string | null;
  readonly status: number;
}

/** A caller of the API on this page's own origin. Key or token go into a header, never into an address. */
export interface Calling {
  readonly json: <T>(path: string, ask?: Ask) => Promise<Result<Answer<T>, ApiTrouble>>;
  readonly blob: (path: string, ask?: Ask) => Promise<Result<Answer<Blob>, ApiTrouble>>;
  /** Null where the state is still the one that `etag` names. */
  readonly newer: <T>(path: string, etag: string | null, ask?: Ask) => Promise<Result<Answer<T> | null, ApiTrouble>>;
}

/** What is only looked at begins soon; a file is made first, and what is written is written however long it takes. */
const LOOK_MS = 20_000;
const LONGEST_MS = 120_000;

export function callerOf(bearer: Bearer | null, send: Send = (address, init) => fetch(address, init)): Calling {
  let lookMs = LOOK_MS;
  const ask = async (path: string, { headers = {}, ...rest }: Ask, key: string | null, waiting: Patience): Promise<Response> => {
    const authorization = key === null ? {} : { authorization: `Bearer ${key}` };
    const { signal } = waiting;
    const init = { cache: 'no-store', credentials: 'omit', ...rest, signal, headers: { ...headers, ...authorization } } as const;
    const response = await send(`/api${path}`, init);
    waiting.begun();
    return response;
  };
  const read = async <T>(
    path: string,
    one: Ask,
    longest: number,
    take: (response: Response) => Promise<T>,
  ): Promise<Result<Answer<T>, ApiTrouble>> => {
    // A person may be asked for the token, who takes the time that it takes.
    const credential = typeof bearer === 'function' ? await bearer() : ok(bearer);
    if (!credential.ok) return failed({ kind: 'no-token', why: credential.error });
    const waiting = patience(longest, LONGEST_MS, one.signal);
    try {
      const response = await ask(path, one, credential.value, waiting);
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
  const longestOf = ({ method = 'GET' }: Ask): number => (method === 'GET' ? lookMs : LONGEST_MS);
  return {
    // Shapes are the server's, which is of the same release: they are not looked at again here.
    json: <T>(path: string, one: Ask = {}) =>
      read(path, one, longestOf(one), async (response) => (response.status === 204 ? null : await response.json()) as T),
    blob: (path, one = {}) => read(path, one, LONGEST_MS, (response) => response.blob()),
    newer: async <T>(path: string, etag: string | null, one: Ask = {}) => {
      const headers = { ...one.headers, ...(etag !== null && { 'if-none-match': etag }) };
      const answer = await read(path, { ...one, headers }, longestOf(one), async (response) =>
        response.status === 304 ? null : ((await response.json()) as T),
      );
      if (!answer.ok) return answer;
      const { value } = answer.value;
      return ok(value === null ? null : { ...answer.value, value });
    },
  };
}
