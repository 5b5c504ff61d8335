import type { RowId } from '../plan/plan.ts';
import type { Report } from '../report.ts';
import { type AnyEntry, inputsIn, valueIn } from '../tables/inputs.ts';
import { TABLE_KINDS, type TableKind } from '../tables/table-kind.ts';
import { formatKind } from './typed-cell.ts';
import type { TypedRow, TypedRows } from './typed-rows.ts';
import { typedText } from './typed-text.ts';

/** A report as somebody would have typed it: what an entry form begins with where one was sent before. */
export const typedOf = (report: Pick<Report, TableKind>): TypedRows =>
  Object.fromEntries(
    TABLE_KINDS.flatMap((kind) =>
      (Object.entries(report[kind]) as [RowId, AnyEntry][]).map(([row, entry]) => [row, typedRow(kind, entry)]),
    ), // keys of a report are rows
  );

function typedRow(kind: TableKind, entry: AnyEntry): TypedRow {
  return Object.fromEntries(
    inputsIn(kind).flatMap(({ field, format, valueKind }) => {
      const value = valueIn(entry, field);
      return value === undefined ? [] : [[field, typedText(valueKind.cellValue(value), formatKind(format))]];
    }),
  );
}
