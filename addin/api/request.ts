import type * as z from 'zod';
import type { Route } from '../../contract/route.ts';
import type { JsonSent, ParameterName, RouteName } from '../../contract/route-types.ts';
import { type DOCX, JSON_TYPE, XLSX } from '../../core/media-types.ts';

/** A file under the name that it has on the sender's machine: a workbook, unless it says otherwise. */
export interface NamedFile {
  readonly name: string;
  readonly content: Blob;
  readonly type?: typeof XLSX | typeof DOCX;
}

type WithParameters<R extends Route> = [ParameterName<R['path']>] extends [never]
  ? unknown
  : { readonly parameters: Readonly<Record<ParameterName<R['path']>, string>> };

type QueryValue<Sent> = undefined extends Sent ? Exclude<Sent, undefined> | null : Sent;
/** All that may stand behind the question mark, null where it is to be left out. */
type WithQueries<R extends Route> = R extends { readonly queries: infer Queries }
  ? { readonly queries: { readonly [Name in keyof Queries]: QueryValue<z.input<Queries[Name] & z.ZodType>> } }
  : unknown;

type WithHeaders<R extends Route> = R extends { readonly headers: readonly (infer Name extends string)[] }
  ? { readonly headers?: { readonly [Header in Lowercase<Name>]?: string } }
  : unknown;

type WithBody<R extends Route> = R extends { readonly bodies: infer Bodies }
  ?
      | (typeof JSON_TYPE extends keyof Bodies ? { readonly json: JsonSent<R> } : never)
      | (typeof XLSX extends keyof Bodies ? { readonly file: NamedFile } : never)
  : unknown;

/** What a request to a route says, as its contract takes it. */
export type RequestTo<R extends Route> = WithParameters<R> &
  WithQueries<R> &
  WithHeaders<R> &
  WithBody<R> & {
    /** The form that is asked for, of those that the route answers with. */
    readonly accept?: Extract<keyof R['answers'][keyof R['answers'] & 200], string>;
    readonly signal?: AbortSignal;
  };

/** The same of any route. */
export interface AnyRequest {
  readonly parameters?: Readonly<Record<string, string>>;
  readonly queries?: Readonly<Record<string, string | null>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly file?: NamedFile;
  readonly accept?: string;
  readonly signal?: AbortSignal;
}

/** A request as `fetch` takes it: its URL on this page's own origin, and what goes with it. */
export function fetchArguments(route: RouteName, request: AnyRequest): { readonly url: string; readonly init: RequestInit } {
  const [method = '', path = ''] = route.split(' ');
  const { parameters = {}, queries = {}, headers, accept, json, file } = request;
  const named = Object.entries(parameters).reduce((url, [name, value]) => url.replace(`{${name}}`, encodeURIComponent(value)), path);
  const asked = Object.entries(queries).filter((one): one is [string, string] => one[1] !== null);
  return {
    url: `/api${named}${asked.length === 0 ? '' : `?${new URLSearchParams(asked)}`}`,
    init: {
      method,
      headers: {
        ...headers,
        ...(accept !== undefined && { accept }),
        ...(json !== undefined && { 'content-type': JSON_TYPE }),
        ...(file && fileHeaders(file)),
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
      ...(file && { body: file.content }),
    },
  };
}

/** A file's name travels beside its content (RFC 8187). */
const fileHeaders = ({ name, type = XLSX }: NamedFile): Readonly<Record<string, string>> => ({
  'content-type': type,
  'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name.replace(/[\ud800-\udfff]/gu, '_')).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
});
