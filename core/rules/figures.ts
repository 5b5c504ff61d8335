import type { Figure } from '../figures/figure.ts';
import { measureOf } from '../measures/measure-of.ts';
import type { Indicator, RowId } from '../plan/plan.ts';
import type { IndicatorEntry } from '../report.ts';
import { partFields, valueIn } from '../tables/inputs.ts';
import { askedOnce } from './asked-once.ts';

/** An indicator row that the agency answered and that could be read, as rules on figures look at it. */
export interface AnsweredIndicator {
  readonly row: RowId;
  readonly indicator: Indicator;
  readonly entry: IndicatorEntry;
  readonly figure: Figure;
  readonly hasFigure: boolean;
}

/** The answered rows of a report in the plan's order, without those of which a cell could not be read. */
export const answered = askedOnce((report, { obligations, unread }): readonly AnsweredIndicator[] => {
  const answers = partFields('indicators', 'answer');
  return obligations.plan.indicators.flatMap((indicator) => {
    const entry = report.indicators[indicator.id];
    if (!entry || unread.has(indicator.id)) return [];
    const hasFigure = answers.some((field) => valueIn(entry, field) !== undefined);
    return [{ row: indicator.id, indicator, entry, figure: measureOf(indicator).figure, hasFigure }];
  });
});
