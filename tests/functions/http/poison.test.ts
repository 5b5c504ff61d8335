import { XLSX } from '../../../core/media-types.ts';
import { buildForm } from '../../../templates/form/build-form.ts';
import { formValuesOf } from '../../../templates/form/form-values.ts';
import { obligationsIn } from '../../support/a-form.ts';
import { anApi, aReport } from '../../support/an-api.ts';

const A = 'XA-21211';
const at = `/periods/2026/reports/${A}`;
const problem = ({ status, json }: { status: number; json: { type?: string } }) => `${status} ${json?.type?.split(':').at(-1)}`;
const explained = (explanation: string) => {
  const report = aReport();
  report.indicators['PL1.I.1.3'].explanation = explanation;
  return report;
};
const PATH = 'indicators.PL1.I.1.3.explanation';

test.each([
  ['a text of 40,000 characters', explained('Đ'.repeat(40_000)), PATH],
  ['a text that NFC makes longer than a cell holds', explained('\ufb2c'.repeat(12_000)), PATH],
  ['half a surrogate pair', explained('x\ud83dx'), PATH],
  ['a pair the wrong way round', explained('\udc4d\ud83d'), PATH],
  ['half a pair in the name of a row', { ...aReport(), tasks: { 'PL2.II.1\ud83d': { status: 'done' } } }, 'tasks.PL2.II.1\ufffd'],
  ['half a pair in a member nobody knows', { ...aReport(), note: ['\ud83d'] }, 'note.0'],
  ['a plan of a megabyte', { ...aReport(), plan: 'x'.repeat(1_000_000) }, 'plan'],
])('%s is refused with its path, and nothing of it is stored', async (_, body, path) => {
  const api = await anApi();
  const answer = await api.put(A, body, 0);
  expect(problem(answer)).toBe('400 invalid-report');
  expect(answer.json.errors).toEqual([{ path, message: expect.stringMatching(/^\p{Lu}/u) }]);
  expect(problem(await api.call(A, 'GET', at))).toBe('404 not-found');
  expect((await api.put(A, aReport(), 0)).status).toBe(201);
});

test.each([
  ['decomposed, of more units than a cell holds until it is composed', 'ế'.repeat(32_767).normalize('NFD'), 'ế'.repeat(32_767)],
  ['of whole pairs up to the limit', `${'👍'.repeat(16_383)}a`, `${'👍'.repeat(16_383)}a`],
  ['of characters that no XML holds', 'đầu \u0000\u0007\u0085\ufffe\uffff cuối', 'đầu \u0000\u0007\u0085\ufffe\uffff cuối'],
])('a text %s is taken and comes back', async (_, sent, stored) => {
  const api = await anApi();
  expect((await api.put(A, explained(sent), 0)).status).toBe(201);
  const { report } = (await api.call(A, 'GET', at)).json;
  expect(report.indicators['PL1.I.1.3'].explanation).toBe(stored);
});

test('JSON nested a hundred thousand deep is no report, and no outage', async () => {
  const api = await anApi();
  const deep = (inner: string) => `${'['.repeat(100_000)}${inner}${']'.repeat(100_000)}`;
  for (const inner of ['', '"\\ud83d"'])
    expect(problem(await api.put(A, `{"plan":${deep(inner)},"period":"2026","agency":"${A}","indicators":{},"tasks":{}}`, 0))).toBe(
      '400 invalid-report',
    );
});

test('a workbook with a text longer than a cell holds is refused, sent or taken in, and nothing of it is stored', async () => {
  const api = await anApi();
  const values = formValuesOf(explained('Đ'.repeat(40_000)));
  const book = await buildForm({ obligations: obligationsIn('2026'), agency: A as never, values });
  const answers = [
    await api.put(A, book, 0, { type: XLSX }),
    await api.call('VPUB', 'POST', '/periods/2026/intake', { body: book, type: XLSX, headers: { 'idempotency-key': 'k' } }),
  ];
  for (const { status, json } of answers) {
    expect([400, 422]).toContain(status);
    expect(json.errors ?? json.findings).not.toEqual([]);
  }
  expect(problem(await api.call(A, 'GET', at))).toBe('404 not-found');
  expect(api.errors).toEqual([]);
});

test('no remark, reason or waiver holds half a surrogate pair or more than it may', async () => {
  const api = await anApi();
  await api.put(A, aReport(), 0);
  const waiver = (reason: string) => ({ agency: A, rule: 'row-left-blank', row: null, reason });
  for (const text of ['x\ud83d', 'x'.repeat(4001)]) {
    const asked = [
      ['POST', `${at}/review`, { version: 1, decision: 'return', remarks: { 'PL1.I.1.3': text } }],
      ['POST', '/periods/2026/close', { reason: text }],
      ['POST', '/periods/2026/reopen', { reason: text }],
      ['PUT', '/periods/2026/settings', { settings: {}, reason: text }],
      ['PUT', '/periods/2026/settings', { settings: { waivers: [waiver(text)] }, reason: 'Thử' }],
    ] as const;
    for (const [method, path, body] of asked) {
      const answer = await api.call('VPUB', method, path, { body, headers: { 'if-match': '"0"' } });
      expect([path, problem(answer)]).toEqual([path, '400 invalid-request']);
    }
  }
  expect((await api.call('VPUB', 'GET', '/periods/2026/audit')).json.entries).toHaveLength(1);
});
