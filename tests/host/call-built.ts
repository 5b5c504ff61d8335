import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { invokeHttp } from '../../host/node/invoke-http.ts';
import { loadApp } from '../../host/node/load-app.ts';
import { routerOf } from '../../host/node/router.ts';

// node tools/run.mjs tests/host/call-built.ts FOLDER "GET /api/health"…: loads what `npm run build` made for Azure and prints, as JSON,
// which function stands at each address and what it answers.
const [folder = '', ...calls] = process.argv.slice(2);
const app = await loadApp(
  () => import(pathToFileURL(resolve(folder, 'main.mjs')).href),
  () => {},
);
const { routePrefix } = JSON.parse(readFileSync(join(folder, 'host.json'), 'utf8')).extensions.http;
const find = routerOf(app.functions, routePrefix);
const answers = [];
for (const call of calls) {
  const [method = '', path = ''] = call.split(' ');
  const url = `https://may-chu.example${path}`;
  const found = find(
    method,
    path.split(/[/?]/).filter((segment) => segment !== ''),
  );
  if (found.kind !== 'function') throw new Error(`[call] "${call}": ${found.kind}`);
  const { served, parameters } = found;
  const headers = { 'accept-encoding': 'identity' };
  const asked = { id: 'test', served, method, url, headers, forwardedFor: '127.0.0.1', parameters, body: null };
  const { status, headers: said, body } = await invokeHttp(app, asked, () => {});
  const bytes = body === null ? null : Buffer.from(await new Response(body as BodyInit).arrayBuffer());
  answers.push({ call, route: found.route, status, headers: said, body: bytes?.toString('base64') ?? null });
}
await app.terminate();
process.stdout.write(JSON.stringify(answers));
