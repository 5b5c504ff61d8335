import { measureOf } from '../../core/measures/measure-of.ts';
import type { Agency } from '../../core/plan/agency.ts';
import { type Obligations, owedBy } from '../../core/plan/obligations.ts';
import { yearOfPeriod } from '../../core/plan/period-parts.ts';
import type { Indicator } from '../../core/plan/plan.ts';
import type { IndicatorEntry, Report } from '../../core/report.ts';
import { provinceFigure } from './courses.ts';
import { diceOf } from './dice.ts';
import { doneOn } from './done-on.ts';
import { taskEntries } from './task-entries.ts';
import { madeUpWhole } from './volumes.ts';

/** A full and faultless report of one agency, on its own: every owed row filled, without a look at the others. */
export function plainReport(obligations: Obligations, agency: Agency): Report {
  const year = yearOfPeriod(obligations.period);
  return {
    plan: obligations.plan.id,
    period: obligations.period,
    agency: agency.id,
    indicators: Object.fromEntries(owedBy(obligations, agency.id).indicators.map((row) => [row.id, plainEntry(row, agency, year)])),
    tasks: Object.fromEntries(taskEntries(obligations, agency)),
  };
}

function plainEntry(row: Indicator, agency: Agency, year: number): IndicatorEntry {
  const course = provinceFigure(row, year);
  const dice = diceOf('plain', row.id, agency.id, year);
  const { madeUp } = measureOf(row);
  if ('value' in madeUp) {
    const value = madeUp.value(course, dice.unit());
    return { state: 'reported', value, ...doneOn(row, value, year) };
  }
  const denominator = madeUpWhole(row, agency, year);
  if (denominator === 0) return { state: 'nothing-arose' };
  return { state: 'reported', numerator: Math.round(denominator * course * (1 - 0.1 * dice.unit())), denominator };
}
