import type { Field, SheetLayout } from '../../core/layout.ts';
import type { Obligations } from '../../core/plan/obligations.ts';
import { wholeOf } from '../../core/plan/plan.ts';
import type { OfficialColumn } from '../../core/report-text/official-table.ts';
import { clearHeader } from '../../core/tables/clear-header.ts';
import { type ColumnOf, planColumns } from '../../core/tables/plan-columns.ts';

/**
 * The plan's own columns as an official table shows them, under the headings of the plan's table; the key by which rows are found is none
 * of them.
 */
export const officialPlanColumns = <Row, T>(
  columns: readonly ColumnOf<Field, Row>[],
  layout: SheetLayout,
  { agency, plan }: Pick<Obligations, 'agency' | 'plan'>,
  rowOf: (line: T) => Row,
): OfficialColumn<T>[] =>
  planColumns(columns).flatMap(({ field, role, text, align, appendix }) => {
    const header = layout.columns.find((column) => column.field === field)?.header;
    if (header === undefined || appendix === 'none' || role === 'key') return [];
    return [
      {
        key: field,
        header: clearHeader(header, appendix.meaning),
        align: align === 'left' ? 'left' : 'centre',
        weight: 'regular',
        says: (line: T) => [text(rowOf(line), { agency, whole: wholeOf(plan), reporter: null }) ?? ''],
      },
    ];
  });
