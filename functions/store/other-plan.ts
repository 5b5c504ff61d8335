import type { Plan } from '../../core/plan/plan.ts';
import { planOfPartition, VERSIONS } from './rows.ts';
import { StoreRefused } from './store-refused.ts';
import type { Table } from './table.ts';

/** Throws `StoreRefused` where a store holds a report of another plan: its figures must not be hidden behind an empty table. */
export async function refuseOtherPlan(table: Table, { id }: Pick<Plan, 'id'>): Promise<void> {
  for (const partition of await table.partitions()) {
    const other = planOfPartition(partition);
    if (other === null || other === id || (await table.list(partition, VERSIONS)).length === 0) continue;
    throw new StoreRefused('other-plan', other, id);
  }
}
