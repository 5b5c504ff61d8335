import { isOfFigure } from '../figures/figure.ts';
import { toNumber } from '../fraction.ts';
import type { IndicatorCell, IndicatorRow, Matrix } from '../matrix.ts';
import { measureOf } from '../measures/measure-of.ts';
import type { AgencyId } from '../plan/agency.ts';
import type { Obligations } from '../plan/obligations.ts';
import type { Indicator } from '../plan/plan.ts';
import { cutOffOf } from '../plan/plan-periods.ts';
import { whyIndicator } from '../wording/why-indicator.ts';
import { rowOutcome } from './outcome.ts';
import { baseOf, paceOf } from './pace.ts';
import { isProvisional, verdictOf } from './verdict.ts';

const NOT_REPORTED: IndicatorCell = { state: 'not-reported' };

/**
 * One row of the matrix from its agencies' cells; an agency without a cell has not reported, nor has one whose figure is of a kind that the
 * row had before its plan was amended.
 */
export function indicatorRow(
  indicator: Indicator,
  cellOf: (agency: AgencyId) => IndicatorCell | undefined,
  { obligations, previous }: { obligations: Obligations; previous: Matrix | null },
): IndicatorRow {
  const { plan, period } = obligations;
  const { figure } = measureOf(indicator);
  const answered = (cell: IndicatorCell | undefined): IndicatorCell =>
    cell && (cell.state !== 'reported' || isOfFigure(figure, cell)) ? cell : NOT_REPORTED;
  const cells = (obligations.reporters.get(indicator.id) ?? []).map((agency) => [agency, answered(cellOf(agency))] as const);
  const outcome = rowOutcome(indicator, cells);
  const { coverage, result, judged } = outcome;
  const verdict = verdictOf(indicator, period, outcome);
  const base = coverage.obliged === 0 ? null : baseOf(indicator, previous, plan);
  const row = {
    id: indicator.id,
    due: indicator.due,
    result,
    coverage,
    verdict,
    pace: paceOf(indicator, { verdict, judged, base, at: cutOffOf(plan, period), plan }),
    gapPoints: judged?.gap ? toNumber(judged.gap) : null,
    base: base?.shown ?? null,
    provisional: isProvisional(indicator, outcome),
  };
  return { ...row, why: whyIndicator(indicator, row, { judged, cells, obligations }), cells: Object.fromEntries(cells) };
}
