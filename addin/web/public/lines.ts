import type { PublicFigures } from '../../../contract/routes/get-public.ts';
import { formatCount } from '../../../core/format.ts';
import type { Coverage, Verdict } from '../../../core/matrix.ts';
import { indicatorSections } from '../../../core/plan/indicator-sections.ts';
import type { Plan, RowId } from '../../../core/plan/plan.ts';
import { countsText, resultText } from '../../ui/result-text.ts';

/** An indicator in the words of the public page. */
export interface PublicLine {
  readonly id: RowId;
  readonly tt: string;
  readonly name: string;
  readonly target: string;
  readonly result: string;
  /** What the result is made of; null where there is nothing to count. */
  readonly counts: string | null;
  readonly verdict: Verdict;
  readonly reporters: string;
}

/** Indicators under one heading of the plan. */
export interface Group {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly PublicLine[];
}

/** Agencies that answered, of those that had to: "108/112". */
const answeredText = ({ obliged, reported, nothingArose }: Coverage): string =>
  `${formatCount(reported + nothingArose)}/${formatCount(obliged)}`;

/** Indicators that are judged in the period, under the plan's headings; those of another phase are left out. */
export function groupsOf({ indicators }: PublicFigures, plan: Plan): Group[] {
  const rows = new Map(plan.indicators.map((row) => [row.id, row]));
  const due = indicators.flatMap((one): PublicLine[] => {
    const row = rows.get(one.id);
    if (!row || one.verdict === 'not-due') return [];
    const { id, name, target, verdict } = one;
    const result = resultText(row, one.result);
    return [
      {
        id,
        tt: row.tt,
        name,
        target,
        result,
        counts: countsText(row, one.result),
        verdict,
        reporters: answeredText(one.coverage),
      },
    ];
  });
  const lineOf = new Map(due.map((line) => [line.id, line]));
  return indicatorSections(plan)
    .map((section) => ({ id: section.id, title: section.title, lines: section.indicators.flatMap(({ id }) => lineOf.get(id) ?? []) }))
    .filter(({ lines }) => lines.length > 0);
}
