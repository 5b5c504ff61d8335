import type { Measure } from './plan.ts';

/** What an agency states in a row: two counts, an answer of yes or no, or a level. */
export type Figure = 'counts' | 'answer' | 'level';

/** The figure that each kind of measure asks for. */
export const FIGURE_OF = {
  'pooled-ratio': 'counts',
  'stated-ratio': 'counts',
  'each-agency': 'counts',
  'share-of-agencies': 'answer',
  'stated-level': 'level',
} as const satisfies Record<Measure['kind'], Figure>;
