import type { Plan, RowId } from '../../core/plan/plan.ts';
import { sheetOf } from '../../core/tables/sheets-of.ts';
import { tableKindOf } from '../../core/tables/table-kind.ts';
import { citedAs } from '../../core/wording/names.ts';

/** "Biểu 01 · I.1.3" and the row's own name. */
export function rowName(plan: Plan, row: RowId): { readonly cited: string; readonly name: string } {
  const kind = tableKindOf(plan, row);
  const name = kind && plan[kind].find(({ id }) => id === row)?.name;
  return { cited: [sheetOf(plan, row)?.title, citedAs(row)].filter(Boolean).join(' · '), name: name ?? '' };
}
