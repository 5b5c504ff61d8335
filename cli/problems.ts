import type { Finding } from '../core/findings/finding.ts';
import type { Severity } from '../core/rules/rule.ts';
import type { RuleId } from '../core/rules/rules.ts';
import { compareCodePoints } from '../core/text.ts';
import { sentenceOf } from '../core/wording/findings.ts';

/** A finding as outsiders see it (contract, "problems.json"). */
export interface Problem {
  readonly file: string;
  readonly agency?: string;
  readonly sheet?: string;
  readonly cell?: string;
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: string;
}

/** One file's findings as problems. */
export function problemsOf(file: string, agency: string | undefined, findings: readonly Finding[]): Problem[] {
  return findings.map((one) => ({
    file,
    ...(agency !== undefined && { agency }),
    ...(one.sheet !== undefined && { sheet: one.sheet }),
    ...(one.cell !== undefined && { cell: one.cell }),
    rule: one.rule,
    severity: one.severity,
    message: sentenceOf(one),
  }));
}

/** By file, sheet (code points; the file's own first), row, column, rule: the same order on every machine. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return problems
    .map((problem) => ({ problem, place: placeOf(problem.cell) }))
    .sort(
      (one, two) =>
        compareCodePoints(one.problem.file, two.problem.file) ||
        compareCodePoints(one.problem.sheet ?? '', two.problem.sheet ?? '') ||
        one.place.row - two.place.row ||
        one.place.letters.length - two.place.letters.length ||
        compareCodePoints(one.place.letters, two.place.letters) ||
        compareCodePoints(one.problem.rule, two.problem.rule) ||
        compareCodePoints(one.problem.message, two.problem.message),
    )
    .map(({ problem }) => problem);
}

function placeOf(cell: string | undefined): { row: number; letters: string } {
  const [, letters = '', row = '0'] = /^([A-Z]+)(\d+)/.exec(cell ?? '') ?? [];
  return { row: Number(row), letters };
}
