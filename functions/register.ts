import { app, type HttpRequest, type HttpResponseInit, type InvocationContext } from '@azure/functions';
import { compose } from './compose.ts';
import type { ApiRequest, ApiResponse } from './http/api.ts';
import { bodyOf } from './http/body-of.ts';
import { clientIpOf } from './http/client-ip.ts';
import { HSTS } from './http/headers.ts';
import type { Server } from './http/serve.ts';

const METHODS = ['GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS'] as const;

/** An id that a host or gateway gave; whatever else a client writes there does not come into the log. */
const REQUEST_ID = /^[A-Za-z0-9._-]{1,64}$/;

/**
 * Registers one function a path of the API, one for every URL of the API that no path is for, and the timers. `below` stands before
 * each path: nothing where host.json has the prefix `api`, `api/` where it has none.
 */
export async function registerFunctions(
  below: '' | 'api/',
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<void> {
  const { deps, paths, notFoundServer, timers, trustedProxies } = await compose(environment, (line) =>
    process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), ...line })}\n`),
  );
  for (const [path, serve] of paths) registerServer(below, path.slice(1), serve, trustedProxies);
  registerServer(below, '{*path}', notFoundServer, trustedProxies);
  for (const { name, schedule, run } of timers) app.timer(name, { schedule, handler: run });
  app.hook.appTerminate(async () => {
    await deps.uploads?.end();
    await deps.documents?.end();
    await deps.table.close();
  });
}

/** Registers the function of one path. */
export function registerServer(below: '' | 'api/', path: string, serve: Server, trustedProxies: number): void {
  const name = path.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '');
  app.http(name, {
    route: `${below}${path}`,
    methods: [...METHODS],
    authLevel: 'anonymous',
    handler: async (request: HttpRequest, context: InvocationContext) =>
      responseInit(await serve(apiRequest(request, context, trustedProxies)), isSecure(request.url)),
  });
}

function apiRequest(request: HttpRequest, context: InvocationContext, trustedProxies: number): ApiRequest {
  const requestId = request.headers.get('x-request-id') ?? '';
  return {
    method: request.method === 'HEAD' ? 'GET' : request.method,
    parameters: request.params,
    header: (name) => request.headers.get(name),
    query: (name) => request.query.get(name),
    queryNames: () => [...request.query.keys()],
    body: (most) => bodyOf({ announced: request.headers.get('content-length'), pieces: request.body }, most),
    origin: new URL(request.url).origin,
    clientIp: clientIpOf(request.headers.get('x-forwarded-for'), trustedProxies),
    id: REQUEST_ID.test(requestId) ? requestId : context.invocationId,
  };
}

/** By the URL of the request: a proxy that ends TLS in front has told the host. */
const isSecure = (url: string): boolean => url.startsWith('https:');

const responseInit = ({ status, headers, body }: ApiResponse, secure: boolean): HttpResponseInit => ({
  status,
  headers: { ...headers, ...(secure && HSTS) },
  ...(body !== null && { body }),
});
