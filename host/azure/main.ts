import { fileURLToPath } from 'node:url';
import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';
import { HSTS } from '../../functions/http/headers.ts';
import { registerFunctions } from '../../functions/register.ts';
import { type Pages, pagesOf } from '../node/pages.ts';
import { signInWaysOf } from '../node/pages-policy.ts';
import { inPackage } from './in-package.ts';

// What Azure runs: the functions below /api and, at every other address, the pages, with the very headers of the province's own server.
// One app serves both: Static Web Apps in front would write its own Authorization header over the caller's (Azure/static-web-apps#34).
const METHODS = ['GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS'] as const;
const FOLDER = fileURLToPath(new URL('pages', import.meta.url));

await registerFunctions('api/', inPackage(process.env, fileURLToPath(new URL('.', import.meta.url))));
app.http('pages', { route: '{*page}', methods: [...METHODS], authLevel: 'anonymous', handler: page });

/** Read and packed at the first page that is asked for: an instance that only ever serves the API pays nothing. */
let pages: Pages | undefined;

async function page(request: HttpRequest): Promise<HttpResponseInit> {
  pages ??= pagesOf({ '/': FOLDER }, signInWaysOf(process.env));
  const { status, headers, body } = pages(new URL(request.url).pathname, request.method, Object.fromEntries(request.headers));
  const secure = request.url.startsWith('https:') ? HSTS : {};
  const said = Object.entries({ ...headers, ...secure }).map(([name, value]): [string, string] => [name, String(value)]);
  return { status, headers: said, ...(body !== null && request.method !== 'HEAD' && { body }) };
}
