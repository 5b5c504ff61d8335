import type { IndicatorCell, TaskCell } from '../matrix.ts';
import { measureOf } from '../measures/measure-of.ts';
import type { JoinedIndicator } from '../overview/joined-rows.ts';
import type { Agency } from '../plan/agency.ts';
import { type Plan, wholeOf } from '../plan/plan.ts';

/** Which result a cell enters and with what weight, in a sentence. */
export function usedIn(
  { row, indicator }: JoinedIndicator,
  cell: IndicatorCell,
  agency: Pick<Agency, 'id'>,
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

/** How an agency's word on a task counts for that of the row, in a sentence. */
export function taskUsedIn({ verdict }: Pick<TaskCell, 'verdict'>): string {
  switch (verdict) {
    case 'not-relevant':
      return 'Không tính: nhiệm vụ không liên quan đến đơn vị.';
    case 'not-reported':
      return 'Chưa báo cáo nên chưa tính là hoàn thành.';
    case 'done':
    case 'done-this-year':
      return 'Được đếm vào số đơn vị hoàn thành.';
    default:
      return 'Được đếm vào số đơn vị liên quan, chưa hoàn thành.';
  }
}
