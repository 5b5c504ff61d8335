import type { IndicatorCell } from '../../core/matrix.ts';
import { measureOf } from '../../core/measures/measure-of.ts';
import type { Agency } from '../../core/plan/agency.ts';
import { type Plan, wholeOf } from '../../core/plan/plan.ts';
import type { PlannedRow } from './planned-row.ts';

/** Which result a cell enters and with what weight, in a sentence. */
export function usedIn(
  { row, indicator }: PlannedRow,
  cell: IndicatorCell,
  agency: Agency,
  { nameOf, plan }: { readonly nameOf: (id: string) => string; readonly plan: Plan },
): string {
  const whole = wholeOf(plan);
  const { statedBy, resultOf } = measureOf(indicator);
  if (statedBy !== null)
    return statedBy === agency.id
      ? `Là số của ${whole} cho chỉ tiêu này.`
      : `Chỉ để đối chiếu: số ${whole} lấy theo báo cáo của ${nameOf(statedBy)}.`;
  if (cell.state === 'nothing-arose') return 'Không tính vào kết quả: trong kỳ không phát sinh.';
  const weightOf = resultOf(row.result)?.weightOf ?? 'none';
  if (cell.state !== 'reported' || weightOf === 'none') return `Chưa tính vào kết quả ${whole} vì chưa có số liệu.`;
  return weightOf(cell, agency.id, whole);
}
