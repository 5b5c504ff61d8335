import type { StatedFigure } from '../../core/figures/figure.ts';
import type { LastPeriod } from '../../core/form/last-period.ts';
import type { Obligations } from '../../core/plan/obligations.ts';
import type { Period } from '../../core/plan/period.ts';
import type { RowId } from '../../core/plan/plan.ts';

/** What a document is made of without what no thread can be sent: a function that tells figures is sent as the figures. */
interface Sendable {
  readonly figuresBefore?: { readonly period: Period; readonly figures: ReadonlyMap<RowId, StatedFigure | null> };
}

interface Whole {
  readonly obligations?: Obligations;
  readonly lastPeriod?: LastPeriod;
}

/** Takes the obligations out, which are handed over by themselves, and leaves nothing but values. */
export function sendable(wanted: object): {
  readonly obligations: Obligations | null;
  readonly sent: Sendable;
} {
  const { obligations, lastPeriod, ...rest }: Whole = wanted;
  if (!obligations) return { obligations: null, sent: rest };
  const { indicators } = obligations.plan;
  const figures = lastPeriod && new Map(indicators.map((row) => [row.id, lastPeriod.figureOf(row)]));
  return { obligations, sent: { ...rest, ...(lastPeriod && figures && { figuresBefore: { period: lastPeriod.period, figures } }) } };
}

/** The same put together again. */
export function received(sent: Sendable, obligations: Obligations | null): Whole {
  const { figuresBefore, ...rest } = sent;
  const { period, figures } = figuresBefore ?? {};
  return {
    ...rest,
    ...(obligations && { obligations }),
    ...(period && figures && { lastPeriod: { period, figureOf: ({ id }) => figures.get(id) ?? null } }),
  };
}
