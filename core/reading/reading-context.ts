import type { Day } from '../day.ts';
import type { Matrix } from '../matrix.ts';
import type { Agencies } from '../plan/agency.ts';
import { type Obligations, obligationsOf } from '../plan/obligations.ts';
import type { Plan } from '../plan/plan.ts';
import type { ReadingContext } from './read-report.ts';

interface ReadingInputs {
  readonly plan: Plan;
  readonly agencies: Agencies;
  readonly obligations: Obligations;
  readonly previous: Matrix | null;
  /** The day of reading, where the plan's clocks are. */
  readonly today?: Day;
}

/** What a workbook of one period is read and checked against: plan, agencies and obligations as that period's settings make them. */
export const readingContext = ({ plan, agencies, obligations, previous, today }: ReadingInputs): ReadingContext => ({
  plan,
  agencies,
  expected: obligations.period,
  previous,
  ...(today && { today }),
  obligationsOf: (period) => (period === obligations.period ? obligations : obligationsOf(plan, agencies, period)),
});
