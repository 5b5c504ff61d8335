import type { PeriodDays } from '../../../contract/period-line.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import type { Period } from '../../../core/plan/period.ts';
import type { MatrixPlace } from './matrix-place.ts';

/** What a consolidating office looks at in the pane; the figures themselves are asked for anew all the time. */
export interface ConsolidatingState {
  readonly periods: readonly PeriodDays[];
  readonly period: Period;
  /** The agency whose report is being reviewed. */
  readonly open: AgencyId | null;
  /** The agency whose report was shut last: its place in the list takes the focus back. */
  readonly lastOpen: AgencyId | null;
  /** Why the periods could not be listed. */
  readonly refused: string | null;
  /** The matrix's cell that is chosen in the workbook; null while any other is. */
  readonly chosen: MatrixPlace | null;
}

export type ConsolidatingEvent =
  | { readonly kind: 'periods-listed'; readonly periods: readonly PeriodDays[] }
  | { readonly kind: 'periods-refused'; readonly why: string }
  | { readonly kind: 'period-chosen'; readonly period: Period }
  | { readonly kind: 'agency-opened'; readonly agency: AgencyId }
  | { readonly kind: 'agency-shut' }
  | { readonly kind: 'cell-chosen'; readonly chosen: MatrixPlace | null };

export const consolidatingFrom = (period: PeriodDays): ConsolidatingState => ({
  periods: [period],
  period: period.period,
  open: null,
  lastOpen: null,
  refused: null,
  chosen: null,
});

/** The next state of consolidating. */
export function reduceConsolidating(state: ConsolidatingState, event: ConsolidatingEvent): ConsolidatingState {
  switch (event.kind) {
    case 'periods-listed':
      return { ...state, periods: event.periods };
    case 'periods-refused':
      return { ...state, refused: event.why };
    case 'period-chosen':
      return { ...state, period: event.period, open: null };
    case 'agency-opened':
      return { ...state, open: event.agency };
    case 'agency-shut':
      return { ...state, open: null, lastOpen: state.open };
    case 'cell-chosen':
      return { ...state, chosen: event.chosen };
  }
}
