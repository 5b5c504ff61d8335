import type { RowId } from '../../core/plan/plan.ts';
import type { Report } from '../../core/report.ts';
import { rowsIn, saysTheSame } from '../../core/report-diff.ts';
import type { Head } from '../store/rows.ts';

/** The rows of the version in force that ask for no review: all of an accepted report, else those that were accepted one by one. */
export function acceptedRows({ state, current, acceptedRows }: Head): readonly RowId[] {
  if (!current) return [];
  return state === 'accepted' ? rowsIn(current.report) : acceptedRows;
}

/** What was accepted stays accepted in the next version where it says the same; a changed row asks for review again. */
export function stillAccepted(before: Head | null, next: Report): RowId[] {
  const report = before?.current?.report;
  return before && report ? acceptedRows(before).filter((row) => saysTheSame(report, next, row)) : [];
}

/** A lead's accept: its rows as far as the report says something of them, besides those that were accepted already. */
export function alsoAccepted(head: Head, rows: readonly RowId[]): RowId[] {
  const said = new Set(head.current ? rowsIn(head.current.report) : []);
  return [...new Set([...acceptedRows(head), ...rows.filter((row) => said.has(row))])];
}

/** A return puts the rows with a remark in question; without any remark all rows, as it is unknown which are meant. */
export function acceptedAfterReturn(head: Head, remarked: readonly string[]): RowId[] {
  return remarked.length === 0 ? [] : acceptedRows(head).filter((row) => !remarked.includes(row));
}
