import type { IncomingHttpHeaders } from 'node:http';
import { ReadableStream } from 'node:stream/web';
import { type RpcCookie, setCookieOf } from './cookie.ts';
import { type FunctionsApp, type RegisteredFunction, triggerOf } from './functions-app.ts';
import type { Log } from './log.ts';
import type { Reply } from './reply.ts';

/** A request for one function. */
export interface HttpCall {
  readonly id: string;
  readonly served: RegisteredFunction;
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** `X-Forwarded-For` as the caller sent it, with the IP that connected to this host appended. */
  readonly forwardedFor: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Comes when the function asks for it; null where there is none. */
  readonly body: ReadableStream<Uint8Array> | null;
}

/** An answer as the library hands it over. */
interface RpcHttp {
  readonly statusCode?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly RpcCookie[];
  readonly body?: { readonly bytes?: Uint8Array; readonly string?: string } | null;
}

/**
 * Headers by which a host in front tells functions who calls and how the call is named; from outside nobody may say them. `X-Forwarded-For`
 * is added to.
 */
const OURS = /^(?:x-forwarded-|forwarded$|x-real-ip$|x-client-ip$|x-azure-|x-arr-|x-ms-client-principal|x-original-|x-request-id$)/;

/** Runs an HTTP function through the library's own conversion of request and response. Throws what the function throws. */
export async function invokeHttp(app: FunctionsApp, call: HttpCall, log: Log): Promise<Reply> {
  const { id, served } = call;
  const invocation = app.model.getInvocationModel({
    invocationId: id,
    metadata: served,
    request: {
      inputData: [
        {
          name: triggerOf(served)?.name ?? 'httpTrigger',
          data: { http: { nativeRequest: nativeRequest(call), params: { ...call.parameters } } },
        },
      ],
      triggerMetadata: {},
    },
    log: (level, _category, message) => log({ level, id, function: served.name, message }),
    state: undefined,
  });
  const { context, inputs } = await invocation.getArguments();
  const { body, result } = bodyApart(await invocation.invokeFunction(context, inputs, served.handler));
  const { returnValue } = await invocation.getResponse(context, result);
  const reply = replyOf(returnValue?.http as RpcHttp | undefined); // the library's own shape
  return body ? { ...reply, body } : reply;
}

/** Bytes and streams go to the client as they are: the library would copy the ones, and wait for the end of the others. */
function bodyApart(given: unknown): { readonly body: Uint8Array | ReadableStream<Uint8Array> | null; readonly result: unknown } {
  if (typeof given !== 'object' || given === null || !Object.hasOwn(given, 'body')) return { body: null, result: given };
  const { body, ...result } = given as { readonly body?: unknown };
  return body instanceof Uint8Array || body instanceof ReadableStream ? { body, result } : { body: null, result: given };
}

/** As the library itself makes it where a host streams bodies; what it makes of whole bodies would have to be read before. */
function nativeRequest({ id, method, url, headers, forwardedFor, body }: HttpCall): Request {
  const passed = Object.entries(headers).filter(([name, value]) => value !== undefined && !OURS.test(name));
  const texts = passed.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : String(value)] as const);
  return new Request(url, {
    method,
    headers: [...texts.map(([name, value]): [string, string] => [name, value]), ['x-forwarded-for', forwardedFor], ['x-request-id', id]],
    ...(body && { body, duplex: 'half' }),
  });
}

/** A function that gives nothing answers 204, as on Azure. */
function replyOf(http: RpcHttp | undefined): Reply {
  if (!http) return { status: 204, headers: {}, body: null };
  const cookies = (http.cookies ?? []).map(setCookieOf);
  const headers = { ...http.headers, ...(cookies.length > 0 && { 'set-cookie': cookies }) };
  return { status: Number(http.statusCode ?? 200), headers, body: http.body?.bytes ?? http.body?.string ?? null };
}
