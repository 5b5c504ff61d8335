import { Plan } from '../core/plan/plan.ts';
import { planChanges } from '../core/plan/plan-changes.ts';
import { notePlan } from '../functions/periods/note-plan.ts';
import { MemoryTable } from '../functions/store/memory-table.ts';
import { defaultAgencies } from '../seeds/agencies.ts';
import { defaultPlan } from '../seeds/plan.ts';
import { anApi, aReport } from './support/an-api.ts';

const COMMUNE = 'XA-21211';
const ROW = 'PL1.I.1.3';
const agencies = defaultAgencies();
const before = defaultPlan();
const after = Plan.parse({
  ...before,
  indicators: before.indicators.map((row) => (row.id === ROW ? { ...row, name: 'Tên sau khi sửa', targetText: '10%' } : row)),
});

const GONE = Plan.parse({ ...before, indicators: before.indicators.filter(({ id }) => id !== ROW) });

type Api = Awaited<ReturnType<typeof anApi>>;
const does = async (api: Api, act: string, body: object = {}) =>
  expect((await api.call('VPUB', 'POST', `/periods/2026/${act}`, { body })).status).toBe(200);
const shownBy = async (api: Api) => (await api.call('', 'GET', '/public/2026')).json;
const targetShownBy = async (api: Api) => (await shownBy(api)).indicators.find(({ id }: { id: string }) => id === ROW)?.target;
const changesIn = async (api: Api) =>
  (await api.call('VPUB', 'GET', '/periods/2026/audit')).json.entries
    .filter(({ action }: { action: string }) => action === 'plan-changed')
    .map(({ changes }: { changes: object }) => changes);

/** A period that was closed and published under the first plan, and the server after its start with another. */
async function closedThenAmended(plan: Plan) {
  const store = new MemoryTable();
  const first = await anApi(store);
  await notePlan(first.deps);
  await first.put(COMMUNE, aReport(COMMUNE), 0);
  for (const act of ['close', 'publish']) await does(first, act);
  const amended = await anApi(store, new Date('2026-11-26T02:00:00Z'), { plan, agencies });
  await notePlan(amended.deps);
  return { shown: await shownBy(first), first, amended };
}

test.each([
  ['renamed and with another target', after],
  ['gone', GONE],
])('a closed period goes on being shown with the names and targets by which it was judged: a row %s', async (_, plan) => {
  const { shown, first, amended } = await closedThenAmended(plan);
  expect(await shownBy(amended)).toEqual(shown);
  const report = async (api: Api) => (await api.call('VPUB', 'GET', '/periods/2026/report?rows=all')).body;
  expect(await report(amended)).toEqual(await report(first));
  expect(await changesIn(amended)).toEqual([]);
});

test('reopened, it stands under the plan in use, says so, and the public goes on seeing what was published until it is published again', async () => {
  const { shown, amended } = await closedThenAmended(after);
  await does(amended, 'reopen', { reason: 'Bổ sung' });
  expect(await shownBy(amended)).toEqual({ ...shown, revising: true });
  expect(await changesIn(amended)).toEqual([planChanges(before, after)]);
  await does(amended, 'close');
  expect(await targetShownBy(amended)).toBe('95%');
  await does(amended, 'publish');
  expect(await targetShownBy(amended)).toBe('10%');
});

test('a period that was opened and closed between two starts stays under the plan of the first', async () => {
  const store = new MemoryTable();
  const first = await anApi(store);
  await notePlan(first.deps);
  expect((await first.call('VPUB', 'POST', '/periods', { body: { period: '2027' } })).status).toBe(201);
  await first.call('VPUB', 'POST', '/periods/2027/close', { body: {} });
  await first.call('VPUB', 'POST', '/periods/2027/publish', { body: {} });
  const shown = (await first.call('', 'GET', '/public/2027')).json;
  for (const plan of [after, before, after]) {
    const amended = await anApi(store, new Date('2026-11-26T02:00:00Z'), { plan, agencies });
    await notePlan(amended.deps);
    expect((await amended.call('', 'GET', '/public/2027')).json).toEqual(shown);
    expect((await amended.call('VPUB', 'GET', '/periods/2027/reports/SNV/ground')).json.plan.indicators).toEqual(before.indicators);
  }
});
