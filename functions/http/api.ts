import type { ReadableStream } from 'node:stream/web';

/** A request as it comes in, whichever host serves it. Header names are lower case. */
export interface ApiRequest {
  readonly method: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly header: (name: string) => string | null;
  readonly query: (name: string) => string | null;
  /** The names of everything behind the question mark, each as often as it stands there. */
  readonly queryNames: () => readonly string[];
  /**
   * The whole body, of at most so many bytes (`MOST_BODY_BYTES` where nothing is said). It comes when it is asked for, not before. Throws
   * `BodyRefused`.
   */
  readonly body: (most?: number) => Promise<Uint8Array>;
  /** Scheme and host, as the caller named them: `https://bieu.tinh.gov.vn`. */
  readonly origin: string;
  /** The IP that the request came from, as far as the host knows. */
  readonly clientIp: string;
  /** Names this request in its log line and in problem details. */
  readonly id: string;
}

/** An answer as it goes out; the body of a 204 or 304 is null, a long one comes piece by piece. */
export interface ApiResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | ReadableStream<Uint8Array> | null;
}

/** A body that is made as it is taken, however long a piece takes to be made. */
export interface MadePieces {
  readonly pieces: AsyncGenerator<Uint8Array>;
  /** Told, once at least, when no more is made: all has been taken or nobody wants the rest (null), or why a piece could not be made. */
  readonly over: (broken: unknown) => void;
}

/** An answer as a handler gives it: its body may be texts, or pieces, that are made as they are taken. */
export interface HandlerAnswer extends Omit<ApiResponse, 'body'> {
  readonly body: string | Uint8Array | null | { readonly texts: Iterable<string> } | MadePieces;
}

/** The largest body that is taken; the contract's limit on an upload. */
export const MOST_BODY_BYTES = 10 * 1024 * 1024;
/** Of JSON that is no report: reasons, remarks, settings. */
export const MOST_JSON_BYTES = 2 * 1024 * 1024;
/** Of a route that asks for no credential: anybody at all makes the server hold it. */
export const MOST_OPEN_BODY_BYTES = 16 * 1024;
