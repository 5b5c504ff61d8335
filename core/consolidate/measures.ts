import { percentOf } from '../format.ts';
import { compare, type Fraction, fraction, fromDecimal, minus } from '../fraction.ts';
import type { Result } from '../matrix.ts';
import type { Measure } from '../plan.ts';
import type { Tally } from './tally.ts';

/** A row's outcome in exact numbers. `percent` and `target` are points of the kind's own ratio; a level has none. */
export interface Outcome {
  readonly result: Result;
  readonly met: boolean;
  readonly percent: Fraction | null;
  readonly target: Fraction | null;
  /** T − V: points, or levels. */
  readonly gap: Fraction;
}

type Kind = Measure['kind'];
type Of<K extends Kind> = Extract<Measure, { kind: K }>;

/** How each kind of measure adds up (contract, "Adding up"); null where no cell counts. Another kind is one more line. */
const ADD_UP: { readonly [K in Kind]: (measure: Of<K>, tally: Tally) => Outcome | null } = {
  'pooled-ratio': ({ atLeastPercent }, { reported, numerator, denominator }) =>
    reported === 0
      ? null
      : rate({ numerator: Number(numerator), denominator: Number(denominator) }, percentOf(numerator, denominator), atLeastPercent),
  'stated-ratio': ({ atLeastPercent }, { stated }) => {
    if (stated?.state !== 'reported') return null;
    const { numerator = 0, denominator = 0 } = stated;
    return rate({ numerator, denominator }, percentOf(numerator, denominator), atLeastPercent);
  },
  'share-of-agencies': ({ atLeastPercent }, { reported, yes, obliged, nothingArose }) =>
    reported === 0 ? null : rate({ yes, obliged: obliged - nothingArose }, percentOf(yes, obliged - nothingArose), atLeastPercent),
  'each-agency': (_, { reported, meeting, obliged, nothingArose, numerator, denominator }) => {
    if (reported === 0) return null;
    const asked = obliged - nothingArose;
    const result = { meeting, obliged: asked, numerator: Number(numerator), denominator: Number(denominator) };
    return rate(result, percentOf(meeting, asked), 100);
  },
  'stated-level': ({ minLevel }, { stated }) => {
    if (stated?.state !== 'reported' || typeof stated.value !== 'number') return null;
    return {
      result: { level: stated.value },
      met: stated.value >= minLevel,
      percent: null,
      target: null,
      gap: fraction(minLevel - stated.value),
    };
  },
};

/** What a row's cells add up to, or null where nobody whose word counts has reported. */
export function addUp<K extends Kind>(measure: Of<K>, tally: Tally): Outcome | null {
  const add: (measure: Of<K>, tally: Tally) => Outcome | null = ADD_UP[measure.kind as K]; // the kind picks its own line
  return add(measure, tally);
}

/** The row's result of a matrix as points of the kind's ratio: the base of a later pace. A level has none. */
export function percentOfResult(result: Result | null): Fraction | null {
  if (!result || 'level' in result) return null;
  if ('yes' in result) return percentOf(result.yes, result.obliged);
  if ('meeting' in result) return percentOf(result.meeting, result.obliged);
  return percentOf(result.numerator, result.denominator);
}

function rate(result: Result, percent: Fraction, atLeast: number): Outcome {
  const target = fromDecimal(atLeast);
  return { result, met: compare(percent, target) >= 0, percent, target, gap: minus(target, percent) };
}
