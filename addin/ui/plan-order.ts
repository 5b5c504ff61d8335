import type { WireFinding } from '../../contract/wire-finding.ts';
import { type PlanRows, TABLE_KINDS } from '../../core/tables/table-kind.ts';

/** Findings as the plan goes down its rows, those of the whole file first; within a row as they came. */
export function inPlanOrder(findings: readonly WireFinding[], plan: PlanRows): WireFinding[] {
  const places = new Map<string, number>(TABLE_KINDS.flatMap((kind) => plan[kind].map(({ id }) => id)).map((id, k) => [id, k]));
  const placeOf = ({ row }: WireFinding): number => (row === null ? -1 : (places.get(row) ?? places.size));
  return [...findings].sort((one, other) => placeOf(one) - placeOf(other));
}
