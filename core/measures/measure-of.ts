import { oncePerObject } from '../once.ts';
import type { BoundMeasure } from './measure.ts';
import { MEASURES } from './measures.ts';
import type { Measure } from './schemas.ts';

const boundOnce = oncePerObject((measure: Measure): BoundMeasure => {
  const kind = MEASURES.find(({ schema }) => schema.shape.kind.value === measure.kind);
  if (!kind) throw new Error(`[measure] "${measure.kind}": no such kind`);
  return kind.bind(measure as never); // it is of the kind that bears its name
});

/** Everything that the measure of a row says of it. */
export const measureOf = ({ measure }: { readonly measure: Measure }): BoundMeasure => boundOnce(measure);

/** What is said where this figure is needed and missing, and what can be chosen then. */
export const figureNamed = (name: string) => MEASURES.map(({ figure }) => figure).find((figure) => figure.name === name);
