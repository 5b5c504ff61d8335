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

/** A state that says that there is no figure, beside one: it is the state that is wrong, or the figure. */
export const chooseStateOrClear = ({ here, beside, entry }: MendPlace): readonly Mend[] => [
  { kind: 'choose', word: STATE_WORDS.reported, changes: [here(STATE_WORDS.reported)] },
  {
    kind: 'clear-figures',
    changes: (['numerator', 'denominator', 'value'] as const).flatMap((field) => (entry?.[field] === undefined ? [] : beside(field, null))),
  },
];
