import { STATE_WORDS } from '../words.ts';
import type { Mend } from './mend.ts';
import type { MendPlace } from './mend-place.ts';

/** A word of the cell's list, in the finding's own cell. */
export const choose = (word: string, { here }: MendPlace): Mend => ({ kind: 'choose', word, changes: [here(word)] });

/** `Không phát sinh`, where no figure but zero stands. */
export function chooseNothingArose({ beside, entry }: MendPlace): readonly Mend[] {
  const word = STATE_WORDS['nothing-arose'];
  return entry?.numerator || entry?.denominator ? [] : [{ kind: 'choose', word, changes: beside('state', word) }];
}
