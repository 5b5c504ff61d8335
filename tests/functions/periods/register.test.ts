import { Plan } from '../../../core/plan/plan.ts';
import { planPeriods } from '../../../core/plan/plan-periods.ts';
import { registerOf } from '../../../functions/periods/register.ts';
import { MemoryTable } from '../../../functions/store/memory-table.ts';
import { SETTINGS_ROW } from '../../../functions/store/rows.ts';
import { agencies, plan } from '../../support/a-form.ts';
import { anApi } from '../../support/an-api.ts';

const monthly = Plan.parse({ ...plan, reporting: { ...plan.reporting, every: 'month', cutOff: 0, deadline: 10 } });
const OPENED = planPeriods(monthly).slice(0, 13);

/** Counts what is read. */
class Counting extends MemoryTable {
  readonly asked: string[] = [];
  override read(partition: string, row: string) {
    this.asked.push(row);
    return super.read(partition, row);
  }
  override list(partition: string, prefix: string) {
    this.asked.push(prefix);
    return super.list(partition, prefix);
  }
}

test('who asks what it is called has settings read and nothing else, however many periods were opened', async () => {
  const table = new Counting();
  const { call, deps } = await anApi(table, new Date('2027-02-01T02:00:00Z'), { plan: monthly, agencies });
  for (const period of OPENED) await call('VPUB', 'POST', '/periods', { body: { period } });
  await call('VPUB', 'PUT', `/periods/${OPENED[3]}/settings`, {
    body: { settings: { agencies: { STC: { name: 'Sở Tài chính mới' } } }, reason: 'đổi tên' },
    headers: { 'if-match': '"0"' },
  });
  table.asked.length = 0;
  const me = await call('STC', 'GET', '/me');
  expect([me.status, me.json.name]).toEqual([200, 'Sở Tài chính mới']);
  expect(new Set(table.asked)).toEqual(new Set([SETTINGS_ROW]));
  expect(table.asked).toHaveLength(planPeriods(monthly).length);
  expect(await registerOf(deps)).toBe(await registerOf(deps));
});
