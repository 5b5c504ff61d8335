import type { BoundMeasure } from './measure.ts';
import { MEASURES } from './measures.ts';
import type { Measure } from './schemas.ts';

const bound = new WeakMap<Measure, BoundMeasure>();

/** Everything that the measure of a row says of it. */
export function measureOf({ measure }: { readonly measure: Measure }): BoundMeasure {
  const known = bound.get(measure) ?? bind(measure);
  bound.set(measure, known);
  return known;
}

function bind(measure: Measure): BoundMeasure {
  const kind = MEASURES.find(({ schema }) => schema.shape.kind.value === measure.kind);
  if (!kind) throw new Error(`[measure] "${measure.kind}": no such kind`);
  return kind.bind(measure as never); // it is of the kind that bears its name
}

/** What is said where this figure is needed and missing, and what can be chosen then. */
export const figureNamed = (name: string) => MEASURES.map(({ figure }) => figure).find((figure) => figure.name === name);
