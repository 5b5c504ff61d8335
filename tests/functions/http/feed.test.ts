import type { Route } from '../../../contract/route.ts';
import { ROUTES } from '../../../contract/routes.ts';
import { CSV } from '../../../core/media-types.ts';
import type { Serves } from '../../../functions/http/handler.ts';
import { openApi } from '../../../functions/http/openapi.ts';
import { oneRoute } from './one-route.ts';

// A made-up route for programs that know Basic alone, which keys that may only read open, too.
const aFeed = {
  id: 'getLines',
  method: 'GET',
  path: '/periods/{period}/lines.csv',
  summary: '',
  rights: 'consolidators',
  schemes: ['bearer', 'basic'],
  readOnlyKeys: 'let-in',
  answers: { 200: { [CSV]: null } },
  refuses: [],
} as const satisfies Route;

const getLines: Serves<typeof aFeed> = async ({ caller, context }, reply) =>
  reply.file(CSV, 'lines.csv', `${caller.agency},${context.period}`);

async function aServer(route: Route) {
  const { ask: asked, issue } = await oneRoute(route, getLines);
  const keyOf = async (agency: string, more: { readOnly?: true } = {}) => (await issue(agency, more)).key;
  const ask = async (authorization: string | null) => {
    const { status, headers, body } = await asked(authorization);
    return { status, asks: headers['WWW-Authenticate'], type: headers['Content-Type'], text: status === 200 ? String(body) : null };
  };
  return { ask, keyOf };
}

const basic = (name: string, password: string): string => `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;

test('a key is the password where the contract takes Basic, under any name, and rights hold as they do for a bearer', async () => {
  const { ask, keyOf } = await aServer(aFeed);
  const right = { status: 200, type: 'text/csv; charset=utf-8', text: 'VPUB,2026' };
  const key = await keyOf('VPUB');
  for (const header of [basic('', key), basic('vpub', key), `Bearer ${key}`]) expect(await ask(header)).toMatchObject(right);
  expect((await ask(basic('', await keyOf('SNV')))).status).toBe(403);
  const refused = { status: 401, asks: 'Bearer, Basic realm="phu-luc-so", charset="UTF-8"' };
  for (const header of [null, basic('vpub', ''), basic(key, ''), 'Basic ???', 'Basic', basic('vpub', `${key}x`)])
    expect(await ask(header)).toMatchObject(refused);
});

test('elsewhere a password is no credential', async () => {
  const { schemes: _, ...bearersAlone } = aFeed;
  const { ask, keyOf } = await aServer(bearersAlone);
  expect(await ask(basic('vpub', await keyOf('VPUB')))).toMatchObject({ status: 401, asks: 'Bearer' });
});

test('OpenAPI says how a key may be shown', () => {
  const { components, paths } = openApi([aFeed]) as {
    components: { securitySchemes: object };
    paths: Record<string, { get: { security: unknown } }>;
  };
  expect([Object.keys(components.securitySchemes), paths[aFeed.path]?.get.security]).toEqual([
    ['bearer', 'basic'],
    [{ bearer: [] }, { basic: [] }],
  ]);
});

test('a key that may only read opens the feed and nothing else, and has no more rights than its agency', async () => {
  const { readOnlyKeys: _, ...elsewhere } = aFeed;
  const [feed, other] = [await aServer(aFeed), await aServer(elsewhere)];
  const own = await feed.keyOf('VPUB', { readOnly: true });
  for (const header of [basic('', own), `Bearer ${own}`]) expect(await feed.ask(header)).toMatchObject({ status: 200, text: 'VPUB,2026' });
  expect((await feed.ask(`Bearer ${await feed.keyOf('SNV', { readOnly: true })}`)).status).toBe(403);
  expect((await other.ask(`Bearer ${await other.keyOf('VPUB', { readOnly: true })}`)).status).toBe(403);
  expect((await other.ask(`Bearer ${await other.keyOf('VPUB')}`)).status).toBe(200);
});

test('only routes of the feed say that such keys or Basic open them', () => {
  const open = ROUTES.filter((route) => 'readOnlyKeys' in route || 'schemes' in route).map(({ path }) => path);
  expect(open).toEqual([
    '/odata',
    '/odata/$metadata',
    '/odata/{set}',
    '/odata/{set}/$count',
    '/odata/{set}/{beyond}',
    '/odata/{set}/{beyond}/{further}',
    '/tables/{file}',
  ]);
});
