import { getChangesRoute } from '../../../contract/routes/get-changes.ts';
import { getReportRoute } from '../../../contract/routes/get-report.ts';
import { getVersionRoute } from '../../../contract/routes/get-version.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import type { RowId } from '../../../core/plan/plan.ts';
import { FINANCE, row } from '../../support/a-form.ts';
import { APeriod, counts } from '../../support/a-period.ts';

const [SATISFIED, ONLINE, TASK] = [row('PL1.I.1.3'), row('PL1.I.1.1'), row('PL2.I.1')];
const first = { indicators: { [ONLINE]: counts(1, 2), [SATISFIED]: counts(9, 10) }, tasks: { [TASK]: { status: 'in-progress' as const } } };
const second = { ...first, indicators: { ...first.indicators, [SATISFIED]: counts(10, 10) } };
const of = (version: number) => ({ agency: FINANCE, version: String(version) });
const accepted = async (period: APeriod) => (await period.asks(FINANCE, getReportRoute, { agency: FINANCE })).body.acceptedRows;
const aLead = (rows: readonly RowId[]) => ({ reviewer: 'SNV' as AgencyId, rows });

test('what a version changed is told to the agency and to consolidators: old, new, who, when', async () => {
  const period = await APeriod.opened();
  await period.sends(FINANCE, first);
  period.now = new Date('2026-11-21T02:00:00Z');
  await period.sends(FINANCE, second);
  const told = {
    from: 1,
    to: 2,
    at: '2026-11-21T02:00:00.000Z',
    by: FINANCE,
    changes: [{ row: SATISFIED, field: 'numerator', before: 9, after: 10 }],
  };
  expect(await period.asks(FINANCE, getChangesRoute, of(2))).toEqual({ status: 200, body: told });
  expect(await period.asks('VPUB', getChangesRoute, of(2))).toEqual({ status: 200, body: told });
  expect(await period.asks('SYT', getChangesRoute, of(2))).toMatchObject({ status: 'forbidden' });
  expect(await period.asks(FINANCE, getChangesRoute, of(3))).toMatchObject({ status: 'not-found' });
  expect(await period.asks(FINANCE, getChangesRoute, { agency: FINANCE, version: '2x' })).toMatchObject({ status: 'not-found' });
  expect(await period.asks(FINANCE, getChangesRoute, of(1))).toMatchObject({
    body: { from: null, changes: { length: 7 } },
  });
});

test('a lead is told of changes in its own rows alone', async () => {
  const period = await APeriod.opened();
  const [lead] = period.deps.plan.tasks.find(({ id }) => id === TASK)!.leads;
  const leader = period.deps.plan.tasks.find(({ leads }) => leads[0] !== lead && leads[0] !== 'VPUB' && leads[0] !== 'SKHCN')!;
  await period.sends(FINANCE, { ...first, tasks: { [leader.id]: { status: 'done' } } });
  const { body } = await period.asks(leader.leads[0]!, getChangesRoute, of(1));
  expect(body.changes.map((one) => one.row)).toEqual([leader.id]);
});

test('after an accepted report only the rows that a new version changed ask for review again', async () => {
  const period = await APeriod.opened();
  await period.sends(FINANCE, first);
  expect(await accepted(period)).toEqual([]);
  await period.reviewed(FINANCE, 1, 'accept');
  expect(await accepted(period)).toEqual([ONLINE, SATISFIED, TASK]);
  await period.sends(FINANCE, second);
  expect(await accepted(period)).toEqual([ONLINE, TASK]);
  await period.sends(FINANCE, { ...second, tasks: {} });
  expect(await accepted(period)).toEqual([ONLINE]);
  await period.reviewed(FINANCE, 3, 'accept', aLead([SATISFIED, TASK]));
  expect(await accepted(period)).toEqual([ONLINE, SATISFIED]);
  const old = await period.asks(FINANCE, getVersionRoute, of(1));
  expect(old.body).toMatchObject({ state: 'submitted', acceptedRows: [] });
});

test('a returned row asks for review again, also when it comes back unchanged', async () => {
  const period = await APeriod.opened();
  await period.sends(FINANCE, first);
  await period.reviewed(FINANCE, 1, 'accept');
  await period.reviewed(FINANCE, 1, 'return', { remarks: { [ONLINE]: 'Kiểm tra lại mẫu số.' } });
  expect(await accepted(period)).toEqual([SATISFIED, TASK]);
  await period.sends(FINANCE, first);
  expect(await accepted(period)).toEqual([SATISFIED, TASK]);
});

test('a lead’s return puts its remarked rows in question, a consolidator’s without a remark all rows', async () => {
  const period = await APeriod.opened();
  await period.sends(FINANCE, first);
  await period.reviewed(FINANCE, 1, 'accept', aLead([ONLINE]));
  await period.reviewed(FINANCE, 1, 'accept', aLead([TASK]));
  await period.reviewed(FINANCE, 1, 'return', { ...aLead([TASK]), remarks: { [TASK]: 'Bổ sung văn bản.' } });
  expect(await accepted(period)).toEqual([ONLINE]);
  await period.reviewed(FINANCE, 1, 'return');
  expect(await accepted(period)).toEqual([]);
});
