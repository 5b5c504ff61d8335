import { type RowOutcome, rowOutcome } from '../../core/consolidating/outcome.ts';
import type { Day } from '../../core/day.ts';
import type { IndicatorCell } from '../../core/matrix.ts';
import { Measure } from '../../core/measures/schemas.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import type { Indicator } from '../../core/plan/plan.ts';
import { plan } from './a-form.ts';

const TEXTS = { numerator: 'Số đạt', denominator: 'Tổng số' };

/** A row of each kind; the agency VPUB states what one agency states alone. */
export const aRate = (atLeastPercent: number): Indicator => anIndicator({ kind: 'pooled-ratio', atLeastPercent, ...TEXTS });
export const aStatedRate = (atLeastPercent: number): Indicator =>
  anIndicator({ kind: 'stated-ratio', statedBy: 'VPUB', atLeastPercent, ...TEXTS });
export const aShare = (atLeastPercent: number): Indicator => anIndicator({ kind: 'share-of-agencies', atLeastPercent, ...TEXTS });
export const anEachAgency = (atLeastPercent: number): Indicator => anIndicator({ kind: 'each-agency', atLeastPercent, ...TEXTS });
export const aLevel = (minLevel: number): Indicator => anIndicator({ kind: 'stated-level', statedBy: 'VPUB', minLevel });

/** A rate of which there may be no more than this. */
export const aCappedRate = (atMostPercent: number): Indicator =>
  anIndicator({ kind: 'pooled-ratio', op: 'at-most', atMostPercent, ...TEXTS });
/** A number with a unit: `tỷ đồng` with one decimal, unless the measure says otherwise. */
export const aNumber = (over: object): Indicator => anIndicator(Measure.parse({ kind: 'number', unit: 'tỷ đồng', decimals: 1, ...over }));

export const anIndicator = (measure: Measure): Indicator => ({ ...plan.indicators[0]!, measure, due: '2027-12-19' as Day });

export const counted = (numerator: number, denominator: number): IndicatorCell => ({ state: 'reported', numerator, denominator });
export const answered = (value: boolean | number): IndicatorCell => ({ state: 'reported', value });
export const NOTHING_AROSE: IndicatorCell = { state: 'nothing-arose' };
export const NO_FIGURE: IndicatorCell = { state: 'no-figure' };
export const SILENT: IndicatorCell = { state: 'not-reported' };

/** What a row comes to of which the agencies STC, SNV, VPUB, CAT in this order have these cells. */
export const outcomeWith = (indicator: Indicator, cells: readonly IndicatorCell[]): RowOutcome =>
  rowOutcome(
    indicator,
    cells.map((cell, k) => [['STC', 'SNV', 'VPUB', 'CAT'][k] as AgencyId, cell] as const),
  );
