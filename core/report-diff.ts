import type { Plan, RowId } from './plan.ts';
import type { Report } from './report.ts';

/** A figure, a word or a text of a report. */
type Value = string | number | boolean;

/** One field of one row that two versions of a report say differently; null where a version says nothing. */
export interface Change {
  readonly row: RowId;
  readonly field: string;
  readonly before: Value | null;
  readonly after: Value | null;
}

/** In the order in which a form shows them. */
const FIELDS = [
  'state',
  'numerator',
  'denominator',
  'value',
  'explanation',
  'evidence',
  'status',
  'percent',
  'document',
  'issuedOn',
  'summary',
  'note',
] as const;

type Entry = { readonly [F in (typeof FIELDS)[number]]?: Value | undefined };

/** What a version says differently from the one before (null: from nothing), field by field, rows in the plan's order. */
export function diffReports(before: Report | null, after: Report, { indicators, tasks }: Pick<Plan, 'indicators' | 'tasks'>): Change[] {
  return [...indicators, ...tasks].flatMap(({ id }) => {
    const [old, now] = [before && entryOf(before, id), entryOf(after, id)];
    return FIELDS.filter((field) => old?.[field] !== now?.[field]).map((field) => ({
      row: id,
      field,
      before: old?.[field] ?? null,
      after: now?.[field] ?? null,
    }));
  });
}

/** Whether two versions say the very same of a row; two that say nothing do. */
export function saysTheSame(before: Report, after: Report, row: RowId): boolean {
  const [old, now] = [entryOf(before, row), entryOf(after, row)];
  return (old === undefined) === (now === undefined) && FIELDS.every((field) => old?.[field] === now?.[field]);
}

/** The rows that a report says something of. */
export const rowsIn = ({ indicators, tasks }: Report): RowId[] => [...Object.keys(indicators), ...Object.keys(tasks)] as RowId[]; // keys of a report are rows

const entryOf = ({ indicators, tasks }: Report, row: RowId): Entry | undefined => indicators[row] ?? tasks[row];
