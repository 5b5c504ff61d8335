import { planInForce } from '../functions/store/plan-in-force.ts';
import type { Table } from '../functions/store/table.ts';
import { type CommandContext, contextOf } from './context.ts';

/** The plan and the agencies that a storage is served by: those that were confirmed on the desk stand above the files (`planInForce`). */
export async function contextIn(table: Table, files: CommandContext): Promise<CommandContext> {
  const { plan, agencies } = await planInForce(table, files);
  return contextOf(plan, agencies);
}
