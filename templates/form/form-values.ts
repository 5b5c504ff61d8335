import type { RowValues } from '../../core/form/row-values.ts';
import type { RowId } from '../../core/plan/plan.ts';
import type { Report } from '../../core/report.ts';
import { type AnyEntry, inputsIn, valueIn } from '../../core/tables/inputs.ts';
import { TABLE_KINDS, type TableKind } from '../../core/tables/table-kind.ts';

/** Raw values of input cells by row. */
export type FormValues = ReadonlyMap<RowId, RowValues>;

/** A report's figures as an agency would have typed them. */
export const formValuesOf = (report: Pick<Report, TableKind>): FormValues =>
  new Map(
    TABLE_KINDS.flatMap(
      (kind) => (Object.entries(report[kind]) as [RowId, AnyEntry][]).map(([id, entry]) => [id, typedValues(kind, entry)] as const), // keys of a report are rows
    ),
  );

function typedValues(kind: TableKind, entry: AnyEntry): RowValues {
  return Object.fromEntries(
    inputsIn(kind).map(({ field, valueKind }) => {
      const value = valueIn(entry, field);
      return [field, value === undefined ? null : valueKind.cellValue(value)];
    }),
  );
}
