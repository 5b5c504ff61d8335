import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { PROBLEM_URN } from '../../../contract/problem-details.ts';
import { type Rights, refusedBeforehand } from '../../../contract/rights.ts';
import type { Route } from '../../../contract/route.ts';
import type { ContractRoute } from '../../../contract/route-types.ts';
import { ROUTES } from '../../../contract/routes.ts';
import { JSON_TYPE, XLSX } from '../../../core/media-types.ts';
import { agencies, plan } from '../../support/a-form.ts';
import { aService, type Service } from '../../support/a-service.ts';
import { aReport } from '../../support/an-api.ts';
import { AUDIENCE, aKeysServer, anIssuer, MAPPING, SNV_GROUP, TENANT } from '../identity/an-issuer.ts';

// Every route of the contract by every kind of caller, over real HTTP on the embedded store. What is expected follows from the route's
// rights.

/** A caller as rights see it, beside the report that the URLs name. */
interface Traits {
  readonly key: string;
  readonly isOwn?: boolean;
  readonly isConsolidator?: boolean;
  readonly leads?: 'a row of it' | 'other rows';
}

const KNOWN = {
  'the agency of the report': { key: 'XA-21211', isOwn: true },
  'another agency': { key: 'XA-21034' },
  'a lead of its rows': { key: 'SNV', leads: 'a row of it' },
  'a lead of none of its rows': { key: 'STC', leads: 'other rows' },
  'a consolidator': { key: 'VPUB', isConsolidator: true },
} as const satisfies Readonly<Record<string, Traits>>;

const OWN = KNOWN['the agency of the report'].key;
const OTHER = KNOWN['another agency'].key;
const LEAD = KNOWN['a lead of its rows'].key;
const OFFICE = KNOWN['a consolidator'].key;

function letsIn(rights: Rights, { isOwn = false, isConsolidator = false, leads }: Omit<Traits, 'key'>): boolean {
  switch (rights) {
    case 'anyone':
    case 'signed-in':
      return true;
    case 'own-report':
      return isOwn;
    case 'own-report-or-consolidators':
      return isOwn || isConsolidator;
    case 'readers-of-report':
      return isOwn || isConsolidator || leads === 'a row of it';
    case 'leads':
      return isConsolidator || leads !== undefined;
    case 'consolidators':
      return isConsolidator;
  }
}

/** A request that makes sense. */
interface Example {
  /** In the place of the period 2026, the agency of the report and its first version. */
  readonly parameters?: () => Readonly<Record<string, string>>;
  readonly query?: () => string;
  readonly body?: unknown;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What those get who are let in, where it is not 200. */
  readonly gives?: number;
  /** Callers whom the rights let in and what they ask for keeps out. */
  readonly forbids?: keyof typeof KNOWN;
}

let sha256 = '';
let spareKey = '';

/** In the order in which they are asked: what one changes, later ones rest on. */
const EXAMPLES: Readonly<Record<ContractRoute['id'], Example>> = {
  getHealth: {},
  getMetrics: {},
  getOpenApi: {},
  getSignIn: {},
  useCode: { body: { code: 'plc_khong-co' }, gives: 401 },
  getMe: {},
  getPlan: {},
  getPlanStanding: {},
  getPlanWorkbook: {},
  readPlanWorkbook: { body: 'no workbook', type: XLSX, gives: 422 },
  putPlan: { body: { plan, agencies, reason: 'Không đổi gì' }, headers: { 'If-Match': '"khác"' } },
  getAgencies: {},
  listPeriods: {},
  openPeriod: { body: { period: '2027' }, gives: 201 },
  getPeriod: {},
  getPeriodAgencies: {},
  getReport: {},
  putReport: { body: aReport(OWN, 960), headers: { 'Idempotency-Key': 'lan-2', 'If-Match': '"1"' }, gives: 201 },
  getVersions: {},
  getVersion: {},
  getWorkbook: { gives: 404 },
  getMarked: { gives: 404 },
  getChanges: { parameters: () => ({ version: '2' }) },
  getGround: {},
  getForm: {},
  getOwnDocument: {},
  previewDocument: { body: aReport(OWN), gives: 200 },
  checkWorkbook: { body: 'no workbook', type: XLSX, gives: 422 },
  reviewReport: { body: { version: 2, decision: 'accept' }, forbids: 'a lead of none of its rows' },
  listReviews: {},
  reviewMany: { body: { decision: 'accept', reports: [{ agency: OWN, version: 2 }] } },
  intakeWorkbook: { body: 'no workbook', type: XLSX, headers: { 'Idempotency-Key': 'nhan-1' }, gives: 422 },
  getRefused: {},
  getStatus: {},
  getReminders: {},
  handOut: { body: { agencies: [OWN] } },
  getMatrix: {},
  getSources: { parameters: () => ({ row: 'PL1.I.2.6' }), forbids: 'a lead of none of its rows' },
  getAppendix: {},
  getHonours: {},
  getPeriodReport: {},
  verifyDocument: { body: 'no workbook', type: XLSX, gives: 422 },
  getServiceDocument: {},
  getFeedMetadata: {},
  getEntities: { parameters: () => ({ set: 'IndicatorCells' }) },
  countEntities: { parameters: () => ({ set: 'IndicatorCells' }) },
  beyondList: { parameters: () => ({ set: 'IndicatorCells', beyond: '$ref' }), gives: 501 },
  beyondEntity: { parameters: () => ({ set: 'IndicatorCells(1)', beyond: 'value', further: '$value' }), gives: 501 },
  getTable: { parameters: () => ({ file: 'TaskCells.csv' }) },
  getDictionary: {},
  getSettings: {},
  putSettings: { body: { settings: { deadline: '11-30' }, reason: 'Gia hạn' }, headers: { 'If-Match': '"0"' } },
  closePeriod: { body: {} },
  publishPeriod: {},
  reopenPeriod: { body: { reason: 'Đính chính' } },
  getAudit: {},
  listPublicPeriods: {},
  getPublicPlan: {},
  getPublicContact: {},
  getPublic: {},
  proveReport: { query: () => `agency=${OWN}&sha256=${sha256}` },
  listKeys: {},
  issueKey: { body: { agency: OTHER }, gives: 201 },
  revokeCodes: { body: { agency: OTHER } },
  revokeKey: { parameters: () => ({ key: spareKey }), gives: 204 },
};

const inTurn = Object.entries(EXAMPLES).map(([id, example]) => ({ route: ROUTES.find((one) => one.id === id) as Route, example }));

let service: Service;
let keysServer: Awaited<ReturnType<typeof aKeysServer>>;
let strangers: Readonly<Record<string, string | null>>;
let calls = 0;

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly credential: string | null;
  readonly example?: Example;
}

/** The path of a route's example; some parameters may be others. */
function pathOf({ path }: Route, { parameters, query }: Example, over: Readonly<Record<string, string>> = {}): string {
  const values = { period: '2026', agency: OWN, version: '1', ...parameters?.(), ...over };
  const named = Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, value), path as string);
  return query ? `${named}?${query()}` : named;
}

/** One call, from an IP of its own, so that strangers are not refused for being many. */
function ask({ method, path, credential, example: { body, type = JSON_TYPE, headers } = {} }: Asked) {
  const { hostname, port } = new URL(service.baseUrl);
  const localAddress = `127.1.${Math.floor(calls / 250)}.${(calls++ % 250) + 1}`;
  const content = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
  return new Promise<{ status: number; text: string }>((done, failed) => {
    const call = request({ hostname, port, localAddress, method, path: `/api${path}`, agent: false }, (answer) => {
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
    ask({ method, path, credential: service.keys[OFFICE] ?? null, example: { body } });
  const issued = async (agency: string) => JSON.parse((await asOffice('POST', '/keys', { agency })).text) as { id: string; key: string };
  const revoked = await issued(OWN);
  await asOffice('DELETE', `/keys/${revoked.id}`);
  spareKey = (await issued(OTHER)).id;
  const hourAgo = Math.floor(Date.now() / 1000) - 3600;
  strangers = {
    'no key': null,
    'a key that nobody was given': `pls_${'A'.repeat(43)}`,
    'a revoked key': revoked.key,
    'a forged token': await issuer.token({ key: issuer.stolen.privateKey }),
    'an expired token': await issuer.token({ claims: { nbf: hourAgo - 3600, exp: hourAgo } }),
  };
  const lead = await ask({ method: 'GET', path: '/me', credential: await issuer.token({ claims: { groups: [SNV_GROUP] } }) });
  if (lead.status !== 200) throw new Error(`[rights] "a good token": ${lead.status}`);
  const first = await ask({
    method: 'PUT',
    path: `/periods/2026/reports/${OWN}`,
    credential: service.keys[OWN] ?? null,
    example: { body: aReport(), headers: { 'Idempotency-Key': randomUUID(), 'If-None-Match': '*' } },
  });
  sha256 = JSON.parse(first.text).sha256;
});
afterAll(async () => {
  await service.stop();
  await keysServer.stop();
});

const knownCallers = Object.entries(KNOWN).map(([who, traits]: [string, Traits]) => ({
  who,
  traits,
  credential: () => service.keys[traits.key] ?? '',
}));

/** What is wrong with an answer under its contract; null where nothing is. */
function breach({ answers, refuses, ...route }: Route, status: number, text: string): string | null {
  if (status >= 400) {
    const name = JSON.parse(text).type.slice(PROBLEM_URN.length);
    return [...refusedBeforehand(route), ...refuses].includes(name) ? null : `${name} is not in its contract`;
  }
  const bodies = answers[status];
  if (!bodies) return `${status} is not in its contract`;
  const parsed = bodies[JSON_TYPE]?.safeParse(JSON.parse(text));
  return parsed?.error ? `another shape than its contract has: ${parsed.error.message}` : null;
}

test('every route has its example', () => {
  expect(ROUTES.map(({ id }) => id).sort()).toEqual(Object.keys(EXAMPLES).sort());
});

test('who calls a period or an agency that is not there is told so only where its rights let it in', async () => {
  const wrong: string[] = [];
  const unknown = [{ period: '2031' }, { agency: 'KHONG-CO' }] as const;
  for (const { route, example } of inTurn.filter(({ route: { rights } }) => rights !== 'anyone'))
    for (const over of unknown.filter((one) => Object.keys(one).every((name) => route.path.includes(`{${name}}`)))) {
      const call = { method: route.method, path: pathOf(route, example, over), example };
      for (const { who, traits, credential } of knownCallers) {
        // No such agency is anybody's own, and of what is not there nobody can tell whether it owes a lead's rows.
        const beside = { ...traits, ...('agency' in over && { isOwn: false }), ...(traits.leads && { leads: 'a row of it' as const }) };
        const wanted = letsIn(route.rights, beside) ? 404 : 403;
        const { status } = await ask({ ...call, credential: credential() });
        if (status !== wanted) wrong.push(`${who}, ${route.id} ${JSON.stringify(over)}: ${status}, not ${wanted}`);
      }
      const { status } = await ask({ ...call, credential: null });
      if (status !== 401) wrong.push(`no key, ${route.id} ${JSON.stringify(over)}: ${status}, not 401`);
    }
  expect(wrong).toEqual([]);
});

test('a method that a path does not have is refused after the credential, where the path asks for one', async () => {
  for (const path of new Set(ROUTES.map((one) => one.path))) {
    const { route, example } = inTurn.find((one) => one.route.path === path)!;
    const isOpen = inTurn.filter((one) => one.route.path === path).every((one) => one.route.rights === 'anyone');
    const call = { method: 'PATCH', path: pathOf(route, example) };
    const statuses = [await ask({ ...call, credential: null }), await ask({ ...call, credential: service.keys[OTHER] ?? null })];
    expect([path, ...statuses.map(({ status }) => status)]).toEqual([path, isOpen ? 405 : 401, 405]);
  }
});

test('each caller gets from each route what is its right, in the shape of its contract, and nothing else', async () => {
  const wrong: string[] = [];
  for (const { route, example } of inTurn) {
    const { gives = 200, forbids } = example;
    const call = { method: route.method, path: pathOf(route, example), example };
    for (const [who, credential] of Object.entries(strangers)) {
      const wanted = route.rights === 'anyone' ? gives : 401;
      const { status } = await ask({ ...call, credential });
      if (status !== wanted) wrong.push(`${who}, ${route.id}: ${status}, not ${wanted}`);
    }
    for (const { who, traits, credential } of knownCallers) {
      const wanted = letsIn(route.rights, traits) && who !== forbids ? gives : 403;
      const { status, text } = await ask({ ...call, credential: credential() });
      if (status !== wanted) wrong.push(`${who}, ${route.id}: ${status}, not ${wanted}: ${text.slice(0, 200)}`);
      const fault = breach(route, status, text);
      if (fault) wrong.push(`${who}, ${route.id}: ${fault}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('whoever was refused has changed nothing', async () => {
  const { text } = await ask({ method: 'GET', path: '/periods/2026/audit', credential: service.keys[OFFICE] ?? null });
  const entries = JSON.parse(text).entries as { action: string; by: string }[];
  expect(entries.filter(({ action }) => !action.startsWith('key-')).map(({ action, by }) => `${by} ${action}`)).toEqual([
    `${OWN} submit`,
    `${OWN} submit`,
    `${LEAD} accept`,
    `${OFFICE} accept`,
    `${LEAD} accept`,
    `${OFFICE} accept`,
    `${OFFICE} intake-refused`,
    `${OFFICE} handout`,
    `${OFFICE} settings`,
    `${OFFICE} close`,
    `${OFFICE} publish`,
    `${OFFICE} reopen`,
  ]);
});
