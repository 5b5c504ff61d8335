import type { Obligations } from '../../core/plan/obligations.ts';
import { type ColumnOf, planColumns } from '../../core/tables/plan-columns.ts';
import type { OfficialColumn } from './official-table.ts';

/** The plan's own columns as an official table shows them; the key by which rows are found is none of them. */
export const officialPlanColumns = <F extends string, Row, T>(
  columns: readonly ColumnOf<F, Row>[],
  { agency }: Pick<Obligations, 'agency'>,
  rowOf: (line: T) => Row,
): OfficialColumn<T>[] =>
  planColumns(columns).flatMap(({ field, header, role, text, align, appendix }) => {
    if (appendix === 'none' || role === 'key') return [];
    const { headerSuffix } = appendix;
    return [
      {
        key: field,
        header: header + headerSuffix,
        align: align === 'left' ? 'left' : 'centre',
        weight: 'regular',
        says: (line: T) => [text(rowOf(line), { agency, reporter: null }) ?? ''],
      },
    ];
  });
