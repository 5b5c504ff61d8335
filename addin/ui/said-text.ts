import type { Plan, RowId } from '../../core/plan.ts';
import type { Change } from '../../core/report-diff.ts';
import { headerOf, valueText } from '../../core/tables/column-of.ts';

/** What a report says of one of its rows, in one line: "Tình trạng: Có số liệu · Tử số: 9"; empty where it says nothing. */
export const saidText = (said: readonly Change[], row: RowId, plan: Plan): string =>
  said
    .filter((one) => one.row === row)
    .map(({ field, after }) => `${headerOf(plan, row, field)}: ${valueText(plan, row, field, after)}`)
    .join(' · ');
