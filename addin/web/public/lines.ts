import type { PublicFigures } from '../../../contract/routes/get-public.ts';
import { formatCount, formatPercent, percentOf } from '../../../core/format.ts';
import { toNumber } from '../../../core/fraction.ts';
import type { Coverage, Verdict } from '../../../core/matrix.ts';
import { measureOf } from '../../../core/measures/measure-of.ts';
import { indicatorSections } from '../../../core/plan/indicator-sections.ts';
import type { Plan, RowId } from '../../../core/plan/plan.ts';
import { planIn } from '../../../core/plan/plan-in.ts';
import type { BulletValues } from '../../ui/charts/bullet.tsx';
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
  /** Null where too few agencies have answered for one. */
  readonly verdict: Verdict | null;
  /** "108/112 (96,43%)". */
  readonly reporters: string;
  readonly chart: BulletValues;
}

/** Indicators under one heading of the plan. */
export interface Group {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly PublicLine[];
}

/** Agencies that answered, of those that had to: "108/112 (96,43%)". */
const answeredText = ({ obliged, reported, nothingArose }: Coverage): string => {
  const rate = obliged === 0 ? '' : ` (${formatPercent(percentOf(reported + nothingArose, obliged))})`;
  return `${formatCount(reported + nothingArose)}/${formatCount(obliged)}${rate}`;
};

/**
 * Indicators that are judged in the period, under the plan's headings; those of another phase are left out. `withheld`: those that are
 * shown without a verdict.
 */
export function groupsOf({ indicators, period }: PublicFigures, written: Plan, withheld: readonly RowId[]): Group[] {
  const plan = planIn(written, period);
  const rows = new Map(plan.indicators.map((row) => [row.id, row]));
  const due = indicators.flatMap((one): PublicLine[] => {
    const row = rows.get(one.id);
    if (!row || one.verdict === 'not-due') return [];
    const { id, name, target } = one;
    const measure = measureOf(row);
    const value = measure.resultOf(one.result)?.value;
    const result = resultText(row, one.result);
    return [
      {
        id,
        tt: row.tt,
        name,
        target,
        result,
        counts: countsText(row, one.result),
        verdict: withheld.includes(id) ? null : one.verdict,
        reporters: answeredText(one.coverage),
        chart: { value: value ? toNumber(value) : null, target: toNumber(measure.target), end: measure.scale.end },
      },
    ];
  });
  const lineOf = new Map(due.map((line) => [line.id, line]));
  return indicatorSections(plan)
    .map((section) => ({ id: section.id, title: section.title, lines: section.indicators.flatMap(({ id }) => lineOf.get(id) ?? []) }))
    .filter(({ lines }) => lines.length > 0);
}
