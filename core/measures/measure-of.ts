import { oncePerObject } from '../once.ts';
import type { BoundMeasure, MeasuredRow } from './measure.ts';
import { MEASURES } from './measures.ts';
import type { Measure } from './schemas.ts';

/** Everything that the measure of a row says of it. */
export const measureOf = oncePerObject((row: MeasuredRow<Measure>): BoundMeasure => kindOf(row.measure).bind(row as never)); // it is of the kind that bears its name

/** A row's measure with a period's own target as its bound; null where its kind has no single bound. */
export const withTarget = (measure: Measure, target: number): Measure | null => kindOf(measure).withTarget(measure as never, target); // it is of the kind that bears its name

/** Whether single agencies may have a bound of their own in such a row. */
export const takesPerAgency = (measure: Measure): boolean => kindOf(measure).takesPerAgency;

function kindOf(measure: Measure) {
  const kind = MEASURES.find(({ schema }) => schema.shape.kind.value === measure.kind);
  if (!kind) throw new Error(`[measure] "${measure.kind}": no such kind`);
  return kind;
}

/** What is said where this figure is needed and missing, and what can be chosen then. */
export const figureNamed = (name: string) => MEASURES.map(({ figure }) => figure).find((figure) => figure.name === name);
