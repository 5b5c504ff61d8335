import * as z from 'zod';
import { apiOf } from '../../addin/api/api.ts';
import { callerOf } from '../../addin/api/call.ts';
import type { Route } from '../../contract/route.ts';
import { CSV, JSON_TYPE } from '../../core/media-types.ts';
import type { Serves } from '../../functions/http/handler.ts';
import { refuse } from '../../functions/http/problem.ts';

// What must not compile does not, or its comment is a fault that `npm run verify` finds.
const aRoute = {
  id: 'getLines',
  method: 'GET',
  path: '/periods/{period}/lines',
  summary: '',
  rights: 'consolidators',
  answers: { 200: { [JSON_TYPE]: z.object({ lines: z.array(z.object({ agency: z.string(), note: z.string().optional() })) }) } },
  refuses: ['period-open'],
} as const satisfies Route;
const aFeed = { ...aRoute, path: '/tables/{set}.csv', rights: 'leads', answers: { 200: { [CSV]: null } } } as const satisfies Route;
type Handles = Serves<typeof aRoute>;

test('a route says who may call it, and of a report’s rights only where its path names a report', () => {
  const { rights: _, ...without } = aRoute;
  // @ts-expect-error no rights
  without satisfies Route;
  // @ts-expect-error this path names no report
  ({ ...aRoute, rights: 'own-report' }) satisfies Route;
  ({ ...aRoute, path: '/periods/{period}/reports/{agency}/lines', rights: 'own-report' }) satisfies Route;
});

test('a handler answers as its route’s contract says, and not otherwise', () => {
  const right: Handles = async ({ context, caller }, reply) =>
    reply.json(200, { lines: [{ agency: `${caller.agency} ${context.period}` }] });
  // @ts-expect-error a member is missing
  const less: Handles = async (_call, reply) => reply.json(200, {});
  // @ts-expect-error another type
  const other: Handles = async (_call, reply) => reply.json(200, { lines: [{ agency: 1 }] });
  // @ts-expect-error a member too many
  const more: Handles = async (_call, reply) => reply.json(200, { lines: [{ agency: '', key: '' }] });
  // @ts-expect-error another status
  const created: Handles = async (_call, reply) => reply.json(201, { lines: [] });
  // @ts-expect-error no 304 in the contract
  const tagged: Handles = async (_call, reply) => reply.tagged({ lines: [] });
  // @ts-expect-error nor a file
  const file: Handles = async (_call, reply) => reply.file(CSV, 'x.csv', '');
  // @ts-expect-error an answer that is made by hand
  const made: Handles = async () => ({ status: 200, headers: {}, body: '{"lines":[]}' });
  const feed: Serves<typeof aFeed> = async ({ rows, parameters }, reply) =>
    reply.file(CSV, `${parameters.set}.csv`, rows.length.toString());
  expect([right, less, other, more, created, tagged, file, made, feed].every(Boolean)).toBe(true);
});

test('a handler refuses with what its contract, its rights and its path name, and looks at nothing else', () => {
  const named: Handles = async () => refuse('period-open', '');
  const byPath: Handles = async () => refuse('not-found', '');
  // @ts-expect-error not in its contract
  const unnamed: Handles = async () => refuse('period-closed', '');
  // @ts-expect-error the path names no agency
  const agency: Handles = async ({ agency }, reply) => reply.json(200, { lines: [{ agency }] });
  // @ts-expect-error nor such a parameter
  const parameter: Handles = async ({ parameters }, reply) => reply.json(200, { lines: [{ agency: parameters.version }] });
  // @ts-expect-error who calls an open route is not known
  const open: Serves<typeof anOpenRoute> = async ({ caller }, reply) => reply.json(200, { lines: [{ agency: caller.agency }] });
  expect([named, byPath, unnamed, agency, parameter, open].every(Boolean)).toBe(true);
});

const anOpenRoute = { ...aRoute, rights: 'anyone' } as const satisfies Route;

test('the client says what a route takes, and gets what it answers', async () => {
  const urls: string[] = [];
  const send = async (url: string) => {
    urls.push(url);
    return Response.json({ agencies: [], state: 'open', periods: [] });
  };
  const { json, newer } = callerOf(null, send);
  // @ts-expect-error no such route
  await json('GET /khong-co');
  // @ts-expect-error the period is missing
  await json('GET /periods/{period}/audit', {}).catch(() => null);
  // @ts-expect-error no such query
  await json('GET /public/{period}/proof', { parameters: { period: '2026' }, queries: { agency: 'SNV', hash: '' } });
  // @ts-expect-error no such header
  await json('GET /plan', { headers: { 'if-match': '"1"' } });
  // @ts-expect-error another body
  await json('POST /periods', { json: { year: '2026' } });
  // @ts-expect-error a route without a tag
  await newer('GET /me', null);
  const asked = await apiOf(null, send).publicPeriods();
  // @ts-expect-error no such member
  const lines = asked.ok ? asked.value.value.lines : null;
  expect([lines, urls[0], urls[2]]).toEqual([undefined, '/api/khong-co', '/api/public/2026/proof?agency=SNV&hash=']);
});
