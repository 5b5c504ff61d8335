import type { WireFinding } from '../../contract/wire-finding.ts';
import type { Plan, RowId } from '../../core/plan/plan.ts';
import { rowsOfTable, sheetsOf } from '../../core/tables/sheets-of.ts';

/** Findings as the plan goes down its rows, those of the whole file first; within a row as they came. */
export function inPlanOrder(findings: readonly WireFinding[], plan: Plan): WireFinding[] {
  const places = new Map<string, number>(
    sheetsOf(plan)
      .flatMap((sheet) => rowsOfTable<{ readonly id: RowId }>(plan[sheet.kind], sheet))
      .map(({ id }, k) => [id, k]),
  );
  const placeOf = ({ row }: WireFinding): number => (row === null ? -1 : (places.get(row) ?? places.size));
  return [...findings].sort((one, other) => placeOf(one) - placeOf(other));
}
