import { ROUTES } from '../../../contract/routes.ts';
import { canonicalJson } from '../../../core/canonical.ts';
import { XLSX } from '../../../core/media-types.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { issueKey } from '../../../functions/identity/access-key.ts';
import { issueCodes } from '../../../functions/identity/sign-in-code.ts';
import { MemoryTable } from '../../../functions/store/memory-table.ts';
import { digestOfBoth, servedBy } from '../../../functions/store/stored-plans.ts';
import type { Table } from '../../../functions/store/table.ts';
import { buildForm } from '../../../templates/form/build-form.ts';
import { formValuesOf } from '../../../templates/form/form-values.ts';
import { agencies, obligationsIn, plan } from '../../support/a-form.ts';
import { anApi, aReport } from '../../support/an-api.ts';
import { type Effect, FailingTable } from './failing-table.ts';

const A = 'XA-21211';
const B = 'XA-21034';
const at = `/periods/2026/reports/${A}`;
/** The key of the test about revoking: its id is known once it is issued. */
const revoked = { id: '' };
/** The code of the test about codes: it is random. */
const handed = { code: '' };
type Api = Awaited<ReturnType<typeof anApi>>;

interface Write {
  /** The route's id. */
  readonly route: string;
  /** What stands before it. */
  readonly given?: (api: Api) => Promise<unknown>;
  /** The call, the same each time it is made. */
  readonly call: (api: Api) => ReturnType<Api['call']>;
}

const sent = (api: Api) => api.put(A, aReport(), 0, { key: 'first' });
const review =
  (decision: string, remarks = {}) =>
  (api: Api) =>
    api.call('VPUB', 'POST', `${at}/review`, { body: { version: 1, decision, remarks } });
const closed = async (api: Api) => {
  await sent(api);
  await api.call('VPUB', 'POST', '/periods/2026/close', { body: {} });
};
const book = buildForm({ obligations: obligationsIn('2026'), agency: B as never, values: formValuesOf(aReport(B)) });

const WRITES: Readonly<Record<string, Write>> = {
  'a first report': { route: 'putReport', call: (api) => api.put(A, aReport(), 0, { key: 'k' }) },
  'a second version': { route: 'putReport', given: sent, call: (api) => api.put(A, aReport(A, 900), 1, { key: 'k' }) },
  'a workbook taken in': {
    route: 'intakeWorkbook',
    call: async (api) =>
      api.call('VPUB', 'POST', '/periods/2026/intake', { body: await book, type: XLSX, headers: { 'idempotency-key': 'k' } }),
  },
  'a return with remarks': { route: 'reviewReport', given: sent, call: review('return', { 'PL1.I.1.3': 'Xem lại' }) },
  'an acceptance': { route: 'reviewReport', given: sent, call: review('accept') },
  'many accepted': {
    route: 'reviewMany',
    given: sent,
    call: (api) =>
      api.call('VPUB', 'POST', '/periods/2026/review/bulk', { body: { decision: 'accept', reports: [{ agency: A, version: 1 }] } }),
  },
  'forms handed out': {
    route: 'handOut',
    call: (api) => api.call('VPUB', 'POST', '/periods/2026/handout', { body: { agencies: [A] } }),
  },
  'a code used': {
    route: 'useCode',
    given: async ({ deps }) => {
      handed.code = (await issueCodes(deps.table, [A as AgencyId], { by: 'VPUB', at: deps.clock() })).get(A as AgencyId) ?? '';
    },
    call: (api) => api.call('', 'POST', '/sign-in/code', { body: { code: handed.code } }),
  },
  'codes revoked': {
    route: 'revokeCodes',
    given: async ({ deps }) => void (await issueCodes(deps.table, [A as AgencyId], { by: 'VPUB', at: deps.clock() })),
    call: (api) => api.call('VPUB', 'POST', '/sign-in/codes/revoke', { body: {} }),
  },
  'a close': { route: 'closePeriod', given: sent, call: (api) => api.call('VPUB', 'POST', '/periods/2026/close', { body: {} }) },
  'a reopening': {
    route: 'reopenPeriod',
    given: closed,
    call: (api) => api.call('VPUB', 'POST', '/periods/2026/reopen', { body: { reason: 'Đính chính' } }),
  },
  'a publication': {
    route: 'publishPeriod',
    given: closed,
    call: (api) => api.call('VPUB', 'POST', '/periods/2026/publish', { body: {} }),
  },
  'settings set': {
    route: 'putSettings',
    call: (api) =>
      api.call('VPUB', 'PUT', '/periods/2026/settings', {
        body: { settings: { deadline: '12-01' }, reason: 'Lùi hạn' },
        headers: { 'if-match': '"0"' },
      }),
  },
  'a plan confirmed': {
    route: 'putPlan',
    call: (api) =>
      api.call('VPUB', 'PUT', '/plan', {
        body: { plan: { ...plan, title: 'Kế hoạch sửa đổi' }, agencies, reason: 'Quyết định sửa đổi' },
        headers: { 'if-match': `"${digestOfBoth(servedBy({ plan, agencies }))}"` },
      }),
  },
  'a period opened': { route: 'openPeriod', call: (api) => api.call('VPUB', 'POST', '/periods', { body: { period: '2027' } }) },
  'a key issued': { route: 'issueKey', call: (api) => api.call('VPUB', 'POST', '/keys', { body: { agency: A } }) },
  'a key revoked': {
    route: 'revokeKey',
    given: async ({ deps }) => {
      // A key whose id is known beforehand.
      const random = () => new Uint8Array(32);
      const { id } = await issueKey(deps.table, { agency: A as never, by: 'VPUB', at: deps.clock(), random });
      revoked.id = id;
    },
    call: (api) => api.call('VPUB', 'DELETE', `/keys/${revoked.id}`),
  },
};

/** They take a file or a report, look at it and store nothing. */
const LOOKING = new Set<string>(['checkWorkbook', 'verifyDocument', 'previewDocument', 'readPlanWorkbook']);

test('every route that writes is among them', () => {
  const writing = ROUTES.flatMap(({ method, id }): string[] => (method === 'GET' || LOOKING.has(id) ? [] : [id]));
  expect(new Set(Object.values(WRITES).map(({ route }) => route))).toEqual(new Set(writing));
});

interface Stand {
  readonly api: Api;
  readonly store: MemoryTable;
  readonly failing: FailingTable;
}

async function standing({ given }: Write): Promise<Stand> {
  const store = new MemoryTable();
  const failing = new FailingTable(store);
  const api = await anApi(failing);
  await given?.(api);
  return { api, store, failing };
}

/** Everything that is stored but the audit; what chance gives, the names of keys, codes and events, left out. */
async function rowsOf(store: Table): Promise<string[]> {
  const rows: string[] = [];
  for (const partition of await store.partitions())
    for (const { row, value } of await store.list(partition, ''))
      if (!row.startsWith('audit|'))
        rows.push(`${partition} ${partition === 'access-keys' ? '' : row} ${canonicalJson(value as never)}`.replace(NONCE, '#'));
  return rows.sort();
}

/** What was done, each thing once. */
async function doneIn(store: Table): Promise<string[]> {
  const done = new Set<string>();
  for (const partition of await store.partitions())
    for (const { value } of await store.list(partition, 'audit|')) {
      const { key: _, ...entry } = value as { key?: string };
      done.add(JSON.stringify(entry));
    }
  return [...done].sort();
}

const NONCE = /\d+-\d{6}/g;
/** What is made anew by each call that is not known to have been made: keys and codes that nobody has seen. */
const MADE_ANEW = new Set(['a key issued', 'forms handed out']);
/** A close freezes one report after the other; a plan is kept before it is in force: under way until it is taken up again. */
const IN_STEPS = new Set(['a close', 'a plan confirmed']);
const EFFECTS: readonly Effect[] = ['before', 'after'];

test.each(Object.entries(WRITES))(
  '%s is done or not done, whichever call of the storage fails, and made again it is done',
  async (name, write) => {
    const before = await rowsOf((await standing(write)).store);
    const sound = await standing(write);
    sound.failing.arm(null);
    const { status } = await write.call(sound.api);
    expect(status).toBeLessThan(300);
    const calls = sound.failing.calls;
    const after = { rows: await rowsOf(sound.store), done: await doneIn(sound.store) };
    expect(after.rows).not.toEqual(before);
    expect(calls).toBeGreaterThan(0);
    for (let call = 1; call <= calls; call++)
      for (const effect of EFFECTS) {
        const { api, store, failing } = await standing(write);
        failing.arm({ call, effect });
        const heard = await write.call(api);
        expect([call, effect, heard.status === 503 || heard.status < 300]).toEqual([call, effect, true]);
        const between = await rowsOf(store);
        if (!IN_STEPS.has(name))
          expect([between, [before, after.rows].some((rows) => rows.join() === between.join())]).toEqual([between, true]);
        failing.arm(null);
        const again = await write.call(api);
        // A code is for one use, also where its answer was lost.
        const isUsed = write.route === 'useCode' && between.join() === after.rows.join();
        expect([call, effect, again.status < 300 || (isUsed && again.status === 401)]).toEqual([call, effect, true]);
        // Those stay: nobody bears them. All else is as if it had been done once.
        const rows = await rowsOf(store);
        expect(MADE_ANEW.has(name) ? [...new Set(rows)] : rows).toEqual(after.rows);
        expect(await doneIn(store)).toEqual(after.done);
        expect(api.errors.filter((error) => !error.startsWith('StoreUnavailable'))).toEqual([]);
      }
  },
);
