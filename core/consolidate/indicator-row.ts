import type { AgencyId } from '../agency.ts';
import { toNumber } from '../fraction.ts';
import type { IndicatorCell, IndicatorRow, Matrix } from '../matrix.ts';
import type { Obligations } from '../obligations.ts';
import { cutOffOf, type Indicator } from '../plan.ts';
import { whyIndicator } from '../wording/why-indicator.ts';
import { addUp } from './measures.ts';
import { baseOf, paceOf } from './pace.ts';
import { EMPTY_TALLY, mergeTallies, tallyCell } from './tally.ts';
import { isProvisional, verdictOf } from './verdict.ts';

const NOT_REPORTED: IndicatorCell = { state: 'not-reported' };

/** One row of the matrix from its agencies' cells; an agency without a cell has not reported. */
export function indicatorRow(
  indicator: Indicator,
  cellOf: (agency: AgencyId) => IndicatorCell | undefined,
  { obligations, previous }: { obligations: Obligations; previous: Matrix | null },
): IndicatorRow {
  const { plan, period } = obligations;
  const all = (obligations.reporters.get(indicator.id) ?? []).map((agency) => [agency, cellOf(agency) ?? NOT_REPORTED] as const);
  const tally = all.map(([agency, cell]) => tallyCell(indicator, agency, cell)).reduce(mergeTallies, EMPTY_TALLY);
  const outcome = tally.obliged === 0 ? null : addUp(indicator.measure, tally);
  const verdict = verdictOf(indicator, period, tally, outcome);
  const base = tally.obliged === 0 ? null : baseOf(indicator, previous, plan);
  const row = {
    id: indicator.id,
    due: indicator.due,
    result: outcome?.result ?? null,
    coverage: {
      obliged: tally.obliged,
      reported: tally.reported,
      nothingArose: tally.nothingArose,
      noFigure: tally.noFigure,
      missing: tally.obliged - tally.reported - tally.nothingArose - tally.noFigure,
    },
    verdict,
    pace: paceOf(indicator, { verdict, outcome, base, at: cutOffOf(plan, period), plan }),
    gapPoints: outcome ? toNumber(outcome.gap) : null,
    base: base?.shown ?? null,
    provisional: isProvisional(indicator, tally),
  };
  return { ...row, why: whyIndicator(indicator, row, { outcome, cells: all, obligations }), cells: Object.fromEntries(all) };
}
