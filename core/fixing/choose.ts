import { STATE_WORDS } from '../words.ts';
import type { Fix } from './fix.ts';
import type { FixPlace } from './fix-place.ts';

/** A word of the cell's list, in the finding's own cell. */
export const choose = (word: string, { here }: FixPlace): Fix => ({ kind: 'choose', word, changes: [here(word)] });

/** `Không phát sinh`, where no figure but zero stands. */
export function chooseNothingArose({ beside, entry }: FixPlace): readonly Fix[] {
  const word = STATE_WORDS['nothing-arose'];
  return entry?.numerator || entry?.denominator ? [] : [{ kind: 'choose', word, changes: beside('state', word) }];
}
