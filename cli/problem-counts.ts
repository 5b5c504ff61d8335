import type { Problem } from './problems.ts';

/** What of a problem is counted. */
export type ProblemPlace = Pick<Problem, 'file' | 'severity'> & { readonly agency?: string | undefined };

interface Counted {
  readonly errors: number;
  readonly warnings: number;
  readonly file: string;
}

/** Errors and warnings by agency. */
export function problemCounts(problems: readonly ProblemPlace[]): Map<string, Counted> {
  const counts = new Map<string, Counted>();
  for (const { agency, severity, file } of problems) {
    if (agency === undefined) continue;
    const { errors, warnings } = counts.get(agency) ?? { errors: 0, warnings: 0 };
    counts.set(agency, { errors: errors + (severity === 'error' ? 1 : 0), warnings: warnings + (severity === 'warning' ? 1 : 0), file });
  }
  return counts;
}
