import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { XLSX } from '../../../functions/http/answer.ts';
import { routesOf } from '../../../functions/http/routes.ts';
import { aService, type Service } from '../../support/a-service.ts';
import { anApi, aReport } from '../../support/an-api.ts';
import { AUDIENCE, aKeysServer, anIssuer, MAPPING, SNV_GROUP, TENANT } from '../identity/an-issuer.ts';

// Every route by every kind of caller, over real HTTP on the embedded store. A route without a line here fails.
const OWN = 'XA-21211';
const OTHER = 'XA-21034';
const LEAD = 'SNV';
const OTHER_LEAD = 'STC';
const OFFICE = 'VPUB';
const at = `/periods/2026/reports/${OWN}`;

/** The agency of the report, another one, a lead of its rows, a lead of none of its rows, a consolidator: the status each gets. */
type Known = readonly [own: number, other: number, lead: number, otherLead: number, office: number];

interface Line {
  readonly path: string | (() => string);
  readonly body?: unknown;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** One status: open to anyone, with a key or without. */
  readonly gives: Known | number;
}

const everybody: Known = [200, 200, 200, 200, 200];
const offices = (status = 200): Known => [403, 403, 403, 403, status];
const readers: Known = [200, 403, 200, 403, 200];
let sha256 = '';
let spareKey = '';

/** In the order in which they are asked: what a line changes, later ones rest on. */
const RIGHTS: Readonly<Record<string, Line>> = {
  getHealth: { path: '/health', gives: 200 },
  getOpenApi: { path: '/openapi.json', gives: 200 },
  getSignIn: { path: '/sign-in', gives: 200 },
  getMe: { path: '/me', gives: everybody },
  getPlan: { path: '/plan', gives: everybody },
  getAgencies: { path: '/agencies', gives: everybody },
  listPeriods: { path: '/periods', gives: everybody },
  openPeriod: { path: '/periods', body: { period: '2027' }, gives: offices(201) },
  getPeriod: { path: '/periods/2026', gives: everybody },
  getReport: { path: at, gives: readers },
  putReport: {
    path: at,
    body: aReport(OWN, 960),
    headers: { 'Idempotency-Key': 'lan-2', 'If-Match': '"1"' },
    gives: [201, 403, 403, 403, 403],
  },
  getVersions: { path: `${at}/versions`, gives: readers },
  getVersion: { path: `${at}/versions/1`, gives: readers },
  getChanges: { path: `${at}/versions/2/changes`, gives: readers },
  getGround: { path: `${at}/ground`, gives: readers },
  getForm: { path: `${at}/form`, gives: [200, 403, 403, 403, 200] },
  checkWorkbook: { path: `${at}/workbook`, body: 'no workbook', type: XLSX, gives: [422, 403, 403, 403, 403] },
  reviewReport: { path: `${at}/review`, body: { version: 2, decision: 'accept' }, gives: [403, 403, 200, 403, 200] },
  intakeWorkbook: {
    path: '/periods/2026/intake',
    body: 'no workbook',
    type: XLSX,
    headers: { 'Idempotency-Key': 'nhan-1' },
    gives: offices(422),
  },
  getRefused: { path: '/periods/2026/refused', gives: offices() },
  getStatus: { path: '/periods/2026/status', gives: offices() },
  getReminders: { path: '/periods/2026/reminders', gives: offices() },
  getMatrix: { path: '/periods/2026/matrix', gives: [403, 403, 200, 200, 200] },
  getAppendix: { path: '/periods/2026/appendix', gives: offices() },
  getSettings: { path: '/periods/2026/settings', gives: offices() },
  putSettings: {
    path: '/periods/2026/settings',
    body: { settings: { deadline: '11-30' }, reason: 'Gia hạn' },
    headers: { 'If-Match': '"0"' },
    gives: offices(),
  },
  closePeriod: { path: '/periods/2026/close', body: {}, gives: offices() },
  publishPeriod: { path: '/periods/2026/publish', gives: offices() },
  reopenPeriod: { path: '/periods/2026/reopen', body: { reason: 'Đính chính' }, gives: offices() },
  getAudit: { path: '/periods/2026/audit', gives: offices() },
  listPublicPeriods: { path: '/public', gives: 200 },
  getPublicPlan: { path: '/public/plan', gives: 200 },
  getPublic: { path: '/public/2026', gives: 200 },
  proveReport: { path: () => `/public/2026/proof?agency=${OWN}&sha256=${sha256}`, gives: 200 },
  listKeys: { path: '/keys', gives: offices() },
  issueKey: { path: '/keys', body: { agency: OTHER }, gives: offices(201) },
  revokeKey: { path: () => `/keys/${spareKey}`, gives: offices(204) },
};

let service: Service;
let keysServer: Awaited<ReturnType<typeof aKeysServer>>;
let known: readonly string[];
let strangers: Readonly<Record<string, string | null>>;
let calls = 0;

interface Asked {
  readonly method: string;
  readonly credential: string | null;
  readonly line: Pick<Line, 'path' | 'body' | 'type' | 'headers'>;
}

/** One call, from an address of its own, so that strangers are not refused for being many. */
function ask({ method, credential, line: { path, body, type = 'application/json', headers } }: Asked) {
  const { hostname, port } = new URL(service.baseUrl);
  const address = `/api${typeof path === 'string' ? path : path()}`;
  const localAddress = `127.1.${Math.floor(calls / 250)}.${(calls++ % 250) + 1}`;
  const content = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
  return new Promise<{ status: number; text: string }>((done, failed) => {
    const call = request({ hostname, port, localAddress, method, path: address, agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (piece) => {
        text += piece;
      });
      answer.on('end', () => done({ status: answer.statusCode ?? 0, text }));
    });
    call.on('error', failed);
    for (const [name, value] of Object.entries(headers ?? {})) call.setHeader(name, value);
    if (credential !== null) call.setHeader('Authorization', `Bearer ${credential}`);
    if (content !== undefined) call.setHeader('Content-Type', type).setHeader('Content-Length', Buffer.byteLength(content));
    call.end(content);
  });
}

beforeAll(async () => {
  const issuer = await anIssuer(() => new Date());
  keysServer = await aKeysServer(issuer.keys);
  const entra = { tenant: TENANT, audience: [AUDIENCE], agencies: MAPPING, keys: keysServer.address };
  service = await aService({ PHULUC_ENTRA: JSON.stringify(entra) });
  const asOffice = async (method: string, path: string, body?: unknown) =>
    ask({ method, credential: service.keys[OFFICE] ?? null, line: { path, body } });
  const issued = async (agency: string) => JSON.parse((await asOffice('POST', '/keys', { agency })).text) as { id: string; key: string };
  const revoked = await issued(OWN);
  await asOffice('DELETE', `/keys/${revoked.id}`);
  spareKey = (await issued(OTHER)).id;
  const hourAgo = Math.floor(Date.now() / 1000) - 3600;
  known = [OWN, OTHER, LEAD, OTHER_LEAD, OFFICE].map((agency) => service.keys[agency] ?? '');
  strangers = {
    'no key': null,
    'a key that nobody was given': `pls_${'A'.repeat(43)}`,
    'a revoked key': revoked.key,
    'a forged token': await issuer.token({ key: issuer.stolen.privateKey }),
    'an expired token': await issuer.token({ claims: { nbf: hourAgo - 3600, exp: hourAgo } }),
  };
  const lead = await ask({ method: 'GET', credential: await issuer.token({ claims: { groups: [SNV_GROUP] } }), line: { path: '/me' } });
  if (lead.status !== 200) throw new Error(`[rights] "a good token": ${lead.status}`);
  const first = await ask({
    method: 'PUT',
    credential: service.keys[OWN] ?? null,
    line: { path: at, body: aReport(), headers: { 'Idempotency-Key': randomUUID(), 'If-None-Match': '*' } },
  });
  sha256 = JSON.parse(first.text).sha256;
});
afterAll(async () => {
  await service.stop();
  await keysServer.stop();
});

test('every route has its line', async () => {
  const routes = routesOf((await anApi()).deps);
  expect(routes.map(({ id }) => id).sort()).toEqual(Object.keys(RIGHTS).sort());
});

test('each caller gets from each route what is its right, and nothing else', async () => {
  const routes = new Map(routesOf((await anApi()).deps).map((route) => [route.id, route]));
  const wrong: string[] = [];
  for (const [id, line] of Object.entries(RIGHTS)) {
    const route = routes.get(id);
    const isOpen = typeof line.gives === 'number';
    if (!route || 'open' in route !== isOpen) wrong.push(`${id}: open or not`);
    const method = route?.method ?? 'GET';
    for (const [who, credential] of Object.entries(strangers)) {
      const wanted = typeof line.gives === 'number' ? line.gives : 401;
      const { status } = await ask({ method, credential, line });
      if (status !== wanted) wrong.push(`${who}, ${id}: ${status}, not ${wanted}`);
    }
    for (const [k, credential] of known.entries()) {
      const wanted = typeof line.gives === 'number' ? line.gives : line.gives[k];
      const { status, text } = await ask({ method, credential, line });
      if (status !== wanted) wrong.push(`caller ${k}, ${id}: ${status}, not ${wanted}: ${text.slice(0, 200)}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('whoever was refused has changed nothing', async () => {
  const { text } = await ask({ method: 'GET', credential: service.keys[OFFICE] ?? null, line: { path: '/periods/2026/audit' } });
  const entries = JSON.parse(text).entries as { action: string; by: string }[];
  expect(entries.filter(({ action }) => !action.startsWith('key-')).map(({ action, by }) => `${by} ${action}`)).toEqual([
    `${OWN} submit`,
    `${OWN} submit`,
    `${LEAD} accept`,
    `${OFFICE} accept`,
    `${OFFICE} intake-refused`,
    `${OFFICE} settings`,
    `${OFFICE} close`,
    `${OFFICE} publish`,
    `${OFFICE} reopen`,
  ]);
});
