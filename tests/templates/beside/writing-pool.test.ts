import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { lastPeriodOf } from '../../../core/form/last-period.ts';
import { honoursOf } from '../../../core/honours/honours.ts';
import { USUAL_WEIGHTS } from '../../../core/honours/weights.ts';
import type { Period } from '../../../core/plan/period.ts';
import type { Report } from '../../../core/report.ts';
import type { DocumentKind, DocumentRequests } from '../../../templates/beside/documents.ts';
import { patiently, WRITES_HERE, type WritesDocuments, writingPool } from '../../../templates/beside/writing-pool.ts';
import { obligationsIn, plan, row, TINH_KHE } from '../../support/a-form.ts';
import { matrixOf, received } from '../../support/some-reports.ts';

const print =
  "import('./tools/thread-programs.mjs').then(async ({ threadProgram }) => process.stdout.write(await threadProgram('writing')))";
const PROGRAM = execFileSync(process.execPath, ['-e', print], { encoding: 'utf8', maxBuffer: 2 ** 26 });
const aPool = (mostWaiting = 10) => writingPool(async () => PROGRAM, { workers: 2, mostWaiting });

const obligations = obligationsIn('2026');
const entry = { state: 'reported', numerator: 3, denominator: 4 } as const;
const report: Report = { plan: plan.id, period: '2026' as Period, agency: TINH_KHE, indicators: { [row('PL1.I.1.3')]: entry }, tasks: {} };
const matrix = matrixOf([report], obligations);
const printed = {
  obligations,
  matrix,
  reports: [report],
  previous: null,
  signing: {},
  reportText: {},
  rows: 'all',
  annexOfNames: 'with',
  annexOfSources: 'with',
  receipts: new Map([[TINH_KHE, '7F3K-92QD']]),
} as const;
const letter: DocumentRequests['letter'] = {
  ...{ agency: 'UBND xã Tịnh Khê', plan: plan.title, period: '2026', deadline: '29/11/2026', address: 'https://bieu.example' },
  ...{ contact: 'Văn phòng', code: 'plc_0000000000000000000000', on: '2026-11-01' as DocumentRequests['letter']['on'] },
};

/** Something of every kind that a document can be asked for. */
const WANTED: { readonly [K in DocumentKind]: DocumentRequests[K] } = {
  form: {
    ...{ obligations, agency: TINH_KHE, uploadPage: 'https://bieu.example/', values: new Map() },
    lastPeriod: lastPeriodOf('2025' as Period, (id) => (id === 'PL1.I.1.3' ? entry : undefined), plan),
  },
  appendix: { obligations, matrix, received: [received(report)], receivedAt: new Map([[TINH_KHE, new Date('2026-11-20T03:00:00Z')]]) },
  report: printed,
  honours: {
    ...{ obligations, matrix, weights: USUAL_WEIGHTS },
    lists: honoursOf({ obligations, matrix, reports: [report], firstReceived: new Map() }, USUAL_WEIGHTS),
  },
  ownReport: {
    ...{ obligations, agency: TINH_KHE, report, proof: 'https://bieu.example/xac-minh/' },
    receipt: { id: 'BN-1', version: 1, at: '2026-11-20T03:00:00Z', sha256: 'a'.repeat(64) },
  },
  ownPreview: { obligations, agency: TINH_KHE, report, at: new Date('2026-11-20T03:00:00Z') },
  planWorkbook: { plan: obligations.plan, agencies: obligations.agencies },
  letter,
  handoutList: {
    lines: [{ id: TINH_KHE, name: 'UBND xã Tịnh Khê', folder: TINH_KHE }],
    ...{ period: '2026', deadline: '29/11/2026', at: new Date('2026-11-01T03:00:00Z') },
  },
  checkedReport: {
    ...printed,
    printed: {
      bookmarks: new Map([['PL1_I_1_3__result', '75,0%']]),
      tables: [],
      others: [],
      paragraphs: [],
      beside: [],
      charts: [],
      longTables: [],
      unread: [],
    },
  },
};
const written = (documents: WritesDocuments, kind: DocumentKind) => documents.write(kind, WANTED[kind], 'a');

const kinds = Object.keys(WANTED) as DocumentKind[]; // the record has each kind

const pool = aPool();
afterAll(() => pool.end());

test.each(kinds)('what is written beside is what is written here: %s', async (kind) => {
  const [beside, here] = [await written(pool, kind), await written(WRITES_HERE, kind)];
  if (!(here instanceof Uint8Array) || !(beside instanceof Uint8Array)) return expect(beside).toEqual(here);
  expect(Buffer.from(beside).equals(Buffer.from(here))).toBe(true);
});

test('the figures of the period before are in the form', async () => {
  const { lastPeriod: _, ...blank } = WANTED.form;
  expect((await written(pool, 'form')) as Uint8Array).not.toHaveLength(((await pool.write('form', blank, 'a')) as Uint8Array).length);
});

test('what cannot be written is told to its caller alone', async () => {
  await expect(pool.write('form', { ...WANTED.form, agency: 'KHONG' as typeof TINH_KHE }, 'a')).rejects.toThrow('no active agency');
  expect(await written(pool, 'letter')).toBeInstanceOf(Uint8Array);
});

test('what no thread can be sent is told to its caller, and nothing goes on counting its time', async () => {
  const timers = (): number => process.getActiveResourcesInfo().filter((one) => one === 'Timeout').length;
  await written(pool, 'letter');
  const before = timers();
  await expect(pool.write('letter', { ...letter, agency: (() => {}) as never }, 'a')).rejects.toThrow('could not be cloned');
  expect(timers()).toBe(before);
  expect(await written(pool, 'letter')).toBeInstanceOf(Uint8Array);
});

test('one that asks for much keeps nobody else waiting, and is not turned away when it may not be', async () => {
  const crowded = aPool(2);
  const order: string[] = [];
  const write = patiently(crowded, 'many');
  const many = Array.from({ length: 8 }, () => write('letter', letter).then(() => order.push('many')));
  const one = crowded.write('letter', letter, 'one').then((made) => order.push(made === 'busy' ? made : 'one'));
  await Promise.all([...many, one]);
  await crowded.end();
  // Of two threads the other may be done with several meanwhile.
  expect([order.length, order.indexOf('one') < 8]).toEqual([9, true]);
});

test('who comes last is written for soon, whatever one other has waiting', async () => {
  const crowded = aPool(50);
  const order: string[] = [];
  const write = (by: string) => crowded.write('letter', letter, by).then((made) => order.push(made === 'busy' ? made : by));
  await Promise.all([...Array.from({ length: 20 }, () => write('many')), write('one'), write('two')]);
  await crowded.end();
  // In the order of asking they would be the last of 22.
  expect([order.indexOf('one'), order.indexOf('two')].every((at) => at <= 12)).toBe(true);
});

test('one that asks for more than it could wait for is told so at once', async () => {
  const crowded = aPool(256);
  const made = await Promise.all(Array.from({ length: 112 }, () => crowded.write('letter', letter, 'many')));
  await crowded.end();
  expect(made.filter((one) => one === 'busy').length).toBeGreaterThan(80);
  expect(made.filter((one) => one instanceof Uint8Array).length).toBeGreaterThan(20);
});

test('the thread works while this one does something else', async () => {
  const all = Promise.all(Array.from({ length: 20 }, () => written(pool, 'form')));
  let longest = 0;
  let ended = false;
  void all.then(() => {
    ended = true;
  });
  for (let last = performance.now(); !ended; last = performance.now()) {
    await sleep(1);
    longest = Math.max(longest, performance.now() - last);
  }
  const began = process.cpuUsage();
  await written(WRITES_HERE, 'form');
  expect(longest).toBeLessThan(Math.max(100, (process.cpuUsage(began).user / 1000) * 20));
});

const functions = readdirSync('functions', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));

test.each(functions)('no document is written in the thread that serves: functions/%s', (path) => {
  const writer =
    /(?:^import (?!type)[^;]*from|import\()\s*'[./]*templates\/(?:form\/build|appendix\/|report\/|honours\/|letters\/|checking\/|plan-workbook\/|beside\/write-)/m;
  expect(readFileSync(`functions/${path}`, 'utf8')).not.toMatch(writer);
});
