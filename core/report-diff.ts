import type { RowId } from './plan/plan.ts';
import type { Report } from './report.ts';
import { type AnyEntry, inputsIn, valueIn } from './tables/inputs.ts';
import { type PlanRows, TABLE_KINDS, type TableKind } from './tables/table-kind.ts';
import type { FieldValue } from './tables/value-kind.ts';

/** One field of one row that two versions of a report say differently; null where a version says nothing. */
export interface FieldChange {
  readonly row: RowId;
  readonly field: string;
  readonly before: FieldValue | null;
  readonly after: FieldValue | null;
}

/**
 * What a version says differently from the one before (null: from nothing), field by field, rows in the plan's order, fields in the form's.
 */
export function diffReports(before: Report | null, after: Report, plan: PlanRows): FieldChange[] {
  return TABLE_KINDS.flatMap((kind) =>
    plan[kind].flatMap(({ id: row }) => {
      const [old, now] = [before?.[kind][row], after[kind][row]];
      return changedFields(kind, old, now).map((field) => ({
        row,
        field,
        before: valueIn(old, field) ?? null,
        after: valueIn(now, field) ?? null,
      }));
    }),
  );
}

/** Whether two versions say the very same of a row; two that say nothing do. */
export const saysTheSame = (before: Report, after: Report, row: RowId): boolean =>
  TABLE_KINDS.every((kind) => {
    const [old, now] = [before[kind][row], after[kind][row]];
    return (old === undefined) === (now === undefined) && changedFields(kind, old, now).length === 0;
  });

/** The rows that a report says something of. */
export const rowsIn = ({ indicators, tasks }: Report): RowId[] => [...Object.keys(indicators), ...Object.keys(tasks)] as RowId[]; // keys of a report are rows

function changedFields(kind: TableKind, old: AnyEntry | undefined, now: AnyEntry | undefined): string[] {
  return inputsIn(kind)
    .filter(({ field, valueKind }) => !isSameField(old?.[field], now?.[field], valueKind.isSame))
    .map(({ field }) => field);
}

function isSameField(
  one: FieldValue | undefined,
  other: FieldValue | undefined,
  isSame: (one: FieldValue, other: FieldValue) => boolean,
): boolean {
  return one === undefined || other === undefined ? one === other : isSame(one, other);
}
