import { formatDate } from '../format.ts';
import { hasEnded, type Obligations } from '../plan/obligations.ts';
import { kindOfPeriod } from '../plan/period-parts.ts';
import type { Indicator, Task } from '../plan/plan.ts';
import { kindOfRow } from '../plan/plan-periods.ts';
import { RHYTHMS } from './period-names.ts';

/**
 * Why a period does not ask for a row: "Chỉ tiêu báo cáo theo quý, không báo cáo trong kỳ này."; null where neither its rhythm nor its end
 * is the reason.
 */
export function notAskedText(what: string, row: Indicator | Task, { plan, period }: Pick<Obligations, 'plan' | 'period'>): string | null {
  if (row.until !== undefined && hasEnded(row, period))
    return `${what} kết thúc ngày ${formatDate(row.until)}, không báo cáo trong kỳ này.`;
  const rhythm = kindOfRow(plan, row);
  return rhythm === kindOfPeriod(period) ? null : `${what} báo cáo theo ${RHYTHMS[rhythm]}, không báo cáo trong kỳ này.`;
}
