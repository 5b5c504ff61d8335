import { shownText } from '../reading/free-text.ts';
import { fifteenDigits } from '../reading/outcome.ts';
import type { Mend } from './mend.ts';
import type { MendPlace } from './mending.ts';

/** The value that a formula shows, in its place. */
export function mendsOfFormula({ cell, here }: MendPlace): readonly Mend[] {
  const { value = null, format = 'plain' } = cell ?? {};
  if (!cell || value === null || typeof value === 'boolean') return [];
  const kept = typeof value === 'number' ? fifteenDigits(value) : value;
  return [{ kind: 'keep-value', shown: shownText({ ...cell, value }), changes: [here(kept, format)] }];
}
