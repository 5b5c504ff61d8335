import type { Period } from '../../../core/plan.ts';
import { readFrozen } from '../../../functions/periods/frozen-matrix.ts';
import { PERIOD_ROW, PeriodRow, partitionOf } from '../../../functions/store/rows.ts';
import { plan } from '../../support/a-form.ts';
import { anApi, aReport } from '../../support/an-api.ts';

const A = 'XA-21211';
const partition = partitionOf(plan.id, '2026' as Period);

test('anyone learns which periods have figures, as of when, and whether they are being revised', async () => {
  const api = await anApi();
  const seen = async () => (await api.call('', 'GET', '/public')).json;
  const published = (more: object) => ({ plan: plan.title, periods: [{ period: '2026', asOf: '2026-11-25T02:00:00.000Z', ...more }] });
  expect(await seen()).toEqual({ plan: plan.title, periods: [] });
  await api.call('VPUB', 'POST', '/periods', { body: { period: '2027' } });
  await api.call('VPUB', 'POST', '/periods/2026/close', { body: {} });
  expect(await seen()).toEqual(published({}));
  await api.call('VPUB', 'POST', '/periods/2026/reopen', { body: { reason: 'Đính chính' } });
  expect(await seen()).toEqual(published({ revising: true }));
});

test('figures whose second close is under way stay those of the first', async () => {
  const api = await anApi();
  await api.put(A, aReport(), 0);
  await api.call('VPUB', 'POST', '/periods/2026/close', { body: {} });
  const { etag, value } = (await api.deps.table.read(partition, PERIOD_ROW))!;
  const closing: PeriodRow = { ...PeriodRow.parse(value), state: 'closing', asOf: '2026-12-01T00:00:00.000Z' };
  await api.deps.table.commit(partition, [{ kind: 'replace', row: PERIOD_ROW, etag, value: closing }]);
  const { asOf } = await readFrozen(api.deps.table, partition, 1);
  expect((await api.call('', 'GET', '/public')).json.periods).toEqual([{ period: '2026', asOf, revising: true }]);
  expect((await api.call('', 'GET', '/public/2026')).json).toMatchObject({ asOf, revising: true });
});
