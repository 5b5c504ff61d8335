import type { Obligations } from '../../core/plan/obligations.ts';
import type { TableColumn } from '../../core/tables/column.ts';
import { type ColumnOf, planColumns } from '../../core/tables/plan-columns.ts';
import type { CellStyle } from '../../xlsx/write/cell.ts';
import { type Column, cell } from './columns.ts';

/** The plan's own columns as an official table shows them: of each line the row of the plan, and how its texts look. */
export function planTextColumns<F extends string, Row, T>(
  columns: readonly ColumnOf<F, Row>[],
  { agency }: Pick<Obligations, 'agency'>,
  { rowOf, look }: { readonly rowOf: (line: T) => Row; readonly look: (line: T, align: TableColumn['align']) => CellStyle },
): Column<T>[] {
  return planColumns(columns).flatMap(({ field, header, text, align, appendix }) => {
    if (appendix === 'none') return [];
    const { width, headerSuffix } = appendix;
    return [
      {
        key: field,
        header: header + headerSuffix,
        width,
        cell: (line: T) => cell(text(rowOf(line), { agency, reporter: null }), look(line, align)),
      },
    ];
  });
}
