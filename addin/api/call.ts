import { failed, ok, type Result } from '../../core/result.ts';
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

export function callerOf(bearer: Bearer | null, send: Send = (address, init) => fetch(address, init)): Calling {
  const ask = async (path: string, { headers = {}, ...rest }: Ask): Promise<Result<Response, ApiTrouble>> => {
    const credential = typeof bearer === 'function' ? await bearer() : ok(bearer);
    if (!credential.ok) return failed({ kind: 'no-token', why: credential.error });
    const authorization = credential.value === null ? {} : { authorization: `Bearer ${credential.value}` };
    try {
      const response = await send(`/api${path}`, {
        cache: 'no-store',
        credentials: 'omit',
        ...rest,
        headers: { ...headers, ...authorization },
      });
      return response.ok || response.status === 304 ? ok(response) : failed(await troubleOf(response));
    } catch (error) {
      return failed(error instanceof DOMException && error.name === 'AbortError' ? { kind: 'stopped' } : { kind: 'offline' });
    }
  };
  const read = async <T>(path: string, one: Ask, take: (response: Response) => Promise<T>): Promise<Result<Answer<T>, ApiTrouble>> => {
    const response = await ask(path, one);
    if (!response.ok) return response;
    const { headers, status } = response.value;
    try {
      return ok({ value: await take(response.value), etag: headers.get('etag'), status });
    } catch {
      return failed({ kind: 'offline' }); // the line broke in the middle of the answer
    }
  };
  return {
    // Shapes are the server's, which is of the same release: they are not looked at again here.
    json: <T>(path: string, one: Ask = {}) =>
      read(path, one, async (response) => (response.status === 204 ? null : await response.json()) as T),
    blob: (path, one = {}) => read(path, one, (response) => response.blob()),
    newer: async <T>(path: string, etag: string | null, one: Ask = {}) => {
      const headers = { ...one.headers, ...(etag !== null && { 'if-none-match': etag }) };
      const answer = await read(path, { ...one, headers }, async (response) =>
        response.status === 304 ? null : ((await response.json()) as T),
      );
      if (!answer.ok) return answer;
      const { value } = answer.value;
      return ok(value === null ? null : { ...answer.value, value });
    },
  };
}
