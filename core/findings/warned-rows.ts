import * as z from 'zod';
import type { Severity } from '../rules/rule.ts';

/** How many warnings travel with a report at a row; `row`: null for those of the report as a whole. */
export const WarnedRow = z.strictObject({ row: z.string().nullable(), count: z.int().min(1) });
export type WarnedRow = z.infer<typeof WarnedRow>;

interface Found {
  readonly severity: Severity;
  readonly row: string | null;
}

/** Where a report has warnings, of every rule, whether they ask for a reason or not; a waived one is but a hint. */
export function warnedRows(findings: readonly Found[]): WarnedRow[] {
  const counts = new Map<string | null, number>();
  for (const { severity, row } of findings) if (severity === 'warning') counts.set(row, (counts.get(row) ?? 0) + 1);
  return [...counts].map(([row, count]) => ({ row, count }));
}

/** All warnings of the rows that somebody sees. */
export const warningsAt = (warned: readonly WarnedRow[], sees: (row: string | null) => boolean = () => true): number =>
  warned.filter(({ row }) => sees(row)).reduce((sum, { count }) => sum + count, 0);
