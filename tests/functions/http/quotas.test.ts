import { MemoryTable } from '../../../functions/store/memory-table.ts';
import { plan } from '../../support/a-form.ts';
import { anApi, aReport } from '../../support/an-api.ts';

const A = 'XA-21211';
const B = 'XA-21034';
const at = `/periods/2026/reports/${A}`;
const START = new Date('2026-11-25T02:00:00Z');
const later = (seconds: number) => new Date(START.getTime() + seconds * 1000);
const problem = ({ status, json }: { status: number; json: { type?: string } }) => `${status} ${json?.type?.split(':').at(-1)}`;

test('an agency sends sixty versions at once, then one in half a minute; the others send as they like', async () => {
  const table = new MemoryTable();
  const api = await anApi(table);
  for (let k = 0; k < 60; k++) expect((await api.put(A, aReport(A, k), k, { key: `k${k}` })).status).toBe(201);
  const waits = await api.put(A, aReport(A, 60), 60);
  expect([problem(waits), waits.headers['Retry-After'], waits.json.detail]).toEqual([
    '429 too-many-versions',
    '30',
    'Đơn vị vừa gửi quá nhiều lần. Chờ 30 giây rồi gửi lại.',
  ]);
  expect((await api.put(B, aReport(B), 0)).status).toBe(201);
  expect((await api.put(A, aReport(A, 7), 7, { key: 'k7' })).status).toBe(200);
  expect(problem(await api.put(A, aReport(A, 60), 59))).toBe('412 stale-version');
  // The store knows, whichever instance is asked.
  const other = await anApi(table, later(29));
  expect(problem(await other.put(A, aReport(A, 60), 60))).toBe('429 too-many-versions');
  other.travel(later(30));
  expect((await other.put(A, aReport(A, 60), 60)).status).toBe(201);
  expect(problem(await other.put(A, aReport(A, 61), 61))).toBe('429 too-many-versions');
  other.travel(later(3_600));
  for (let k = 61; k < 121; k++) expect((await other.put(A, aReport(A, k), k)).status).toBe(201);
  expect(problem(await other.put(A, aReport(A, 1), 121))).toBe('429 too-many-versions');
});

test('however patient a program is, an agency stores two hundred versions, then one in a quarter of an hour', async () => {
  const api = await anApi();
  let seconds = 0;
  const put = (version: number) => api.put(A, aReport(A, version), version);
  const sendOn = async (version: number) => {
    seconds += 30;
    api.travel(later(seconds));
    return put(version);
  };
  let version = 0;
  let answer = await put(version);
  while (answer.status === 201) answer = await sendOn(++version);
  // In the 100 minutes that two hundred of them took, six more became possible.
  expect([version, problem(answer), answer.headers['Retry-After'], answer.json.detail]).toEqual([
    206,
    '429 too-many-versions',
    '900',
    'Đơn vị đã gửi quá nhiều lần trong ngày. Chờ 15 phút rồi gửi lại.',
  ]);
  for (let turn = 0; turn < 200; turn++) if ((await sendOn(version)).status === 201) version++;
  expect(version).toBe(206 + Math.floor((200 * 30) / 900) + 1);
});

test('the list of versions reads each of them once, and never all at a time', async () => {
  const table = new MemoryTable();
  const api = await anApi(table);
  for (let k = 0; k < 5; k++) await api.put(A, aReport(A, k), k);
  const [list, read] = [jest.spyOn(table, 'list'), jest.spyOn(table, 'read')];
  const versionsRead = () => read.mock.calls.filter(([, row]) => row.startsWith('version|')).length;
  const all = await api.call(A, 'GET', `${at}/versions`);
  expect(all.json.versions.map(({ version }: { version: number }) => version)).toEqual([1, 2, 3, 4, 5]);
  expect([versionsRead(), list.mock.calls.filter(([, prefix]) => prefix.startsWith('version|'))]).toEqual([5, []]);
  await api.put(A, aReport(A, 5), 5);
  expect((await api.call(A, 'GET', `${at}/versions`)).json.versions).toHaveLength(6);
  expect(versionsRead()).toBe(6);
  expect((await api.call(B, 'GET', `${at.replace(A, B)}/versions`)).status).toBe(404);
});

test('a clock that is set back locks nobody out', async () => {
  const api = await anApi();
  for (let k = 0; k < 60; k++) await api.put(A, aReport(A, k), k);
  api.travel(later(-86_400));
  expect((await api.put(A, aReport(A, 60), 60)).status).toBe(201);
});

test('a reopened period lets everybody correct as often as a new one', async () => {
  const api = await anApi();
  for (let k = 0; k < 60; k++) await api.put(A, aReport(A, k), k);
  await api.call('VPUB', 'POST', '/periods/2026/close', { body: {} });
  await api.call('VPUB', 'POST', '/periods/2026/reopen', { body: { reason: 'Đính chính' } });
  for (let k = 60; k < 120; k++) expect((await api.put(A, aReport(A, k), k)).status).toBe(201);
  expect(problem(await api.put(A, aReport(A, 60), 120))).toBe('429 too-many-versions');
});

test('a closed period is told before the number of versions', async () => {
  const api = await anApi();
  for (let k = 0; k < 60; k++) await api.put(A, aReport(A, k), k);
  await api.call('VPUB', 'POST', '/periods/2026/close', { body: {} });
  expect(problem(await api.put(A, aReport(A, 60), 60))).toBe('409 period-closed');
});

const ROWS = [...plan.indicators, ...plan.tasks].map(({ id }) => id);
/** Texts of so many letters in all, one full field after the other. */
function filled(letters: number, letter: string) {
  const report = aReport();
  let left = letters;
  const fill = (entry: Record<string, unknown>, fields: readonly string[]): void => {
    for (const field of fields.slice(0, Math.ceil(left / 32_000))) {
      entry[field] = letter.repeat(Math.min(left, 32_000));
      left -= 32_000;
    }
  };
  for (const entry of Object.values(report.indicators)) fill(entry as Record<string, unknown>, ['explanation', 'evidence']);
  for (const entry of Object.values(report.tasks)) fill(entry as Record<string, unknown>, ['summary', 'note']);
  return report;
}

test.each(['x', 'ế', '"', '\u0001', '\u2028'])(
  'the longest report of %j that is taken can be returned with a full remark on every row, and be accepted',
  async (letter) => {
    const api = await anApi();
    let version = 0;
    const taken = async (letters: number): Promise<boolean> => {
      const answer = await api.put(A, filled(letters, letter), version);
      if (answer.status !== 201) {
        expect(problem(answer)).toBe('413 too-large');
        return false;
      }
      version = answer.json.version;
      return true;
    };
    let [low, high] = [10_000, 800_000];
    expect(await taken(low)).toBe(true);
    while (high - low > 1_000) {
      const middle = Math.floor((low + high) / 2);
      if (await taken(middle)) low = middle;
      else high = middle;
    }
    expect(await taken(low)).toBe(true);
    const remarks = Object.fromEntries(ROWS.map((row) => [row, 'ý'.repeat(4_000)]));
    const returned = await api.call('VPUB', 'POST', `${at}/review`, { body: { version, decision: 'return', remarks } });
    expect([returned.status, returned.json]).toEqual([200, { state: 'returned' }]);
    const accepted = await api.call('VPUB', 'POST', `${at}/review`, { body: { version, decision: 'accept', remarks: {} } });
    expect(accepted.json).toEqual({ state: 'accepted' });
    expect((await api.call('VPUB', 'POST', '/periods/2026/close', { body: {} })).status).toBe(200);
    expect(api.errors).toEqual([]);
  },
);

test('a remark that is too long is refused with its row, remarks that are too long together as such', async () => {
  const api = await anApi();
  await api.put(A, aReport(), 0);
  const review = (remarks: object) => api.call('VPUB', 'POST', `${at}/review`, { body: { version: 1, decision: 'return', remarks } });
  const one = await review({ 'PL1.I.1.3': 'x'.repeat(4_001) });
  expect([problem(one), one.json.errors[0].path]).toEqual(['400 invalid-request', 'remarks.PL1.I.1.3']);
  const all = await review(Object.fromEntries(ROWS.map((row) => [row, `x${'\u0001'.repeat(2_500)}x`])));
  expect([problem(all), all.json.errors[0].path]).toEqual(['400 invalid-request', 'remarks']);
  expect((await api.call(A, 'GET', at)).json.state).toBe('submitted');
});
