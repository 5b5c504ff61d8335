import { partFields, valueIn } from '../tables/inputs.ts';
import { STATE_WORDS } from '../words.ts';
import { choose } from './choose.ts';
import type { Fix } from './fix.ts';
import type { FixPlace } from './fix-place.ts';

/** A state that says that there is no figure, beside one: it is the state that is wrong, or the figure. */
export const chooseStateOrClear = (place: FixPlace): readonly Fix[] => [
  choose(STATE_WORDS.reported, place),
  {
    kind: 'clear-figures',
    changes: partFields('indicators', 'answer').flatMap((field) =>
      valueIn(place.entry, field) === undefined ? [] : place.beside(field, null),
    ),
  },
];
