import { partFields, valueIn } from '../tables/inputs.ts';
import { STATE_WORDS } from '../words.ts';
import { choose } from './choose.ts';
import type { Mend } from './mend.ts';
import type { MendPlace } from './mend-place.ts';

/** A state that says that there is no figure, beside one: it is the state that is wrong, or the figure. */
export const chooseStateOrClear = (place: MendPlace): readonly Mend[] => [
  choose(STATE_WORDS.reported, place),
  {
    kind: 'clear-figures',
    changes: partFields('indicators', 'answer').flatMap((field) =>
      valueIn(place.entry, field) === undefined ? [] : place.beside(field, null),
    ),
  },
];
