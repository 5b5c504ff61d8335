import type { Plan, RowId } from '../../core/plan/plan.ts';
import type { FieldChange } from '../../core/report-diff.ts';
import { headerOf, valueText } from '../../core/tables/column-of.ts';

/** The values of one row of a report in one line: "Tình trạng: Có số liệu · Tử số: 9"; empty where it has none. */
export const rowSummary = (values: readonly FieldChange[], row: RowId, plan: Plan): string =>
  values
    .filter((one) => one.row === row)
    .map(({ field, after }) => `${headerOf(plan, row, field)}: ${valueText(plan, row, field, after)}`)
    .join(' · ');
