import type { FactsByRule } from '../findings/facts.ts';
import { partFields, valueIn } from '../tables/inputs.ts';
import { matchKey, squash } from '../text.ts';
import { LEVELS, STATE_WORDS, STATUS_WORDS } from '../words.ts';
import type { Mend } from './mend.ts';
import type { MendPlace } from './mending.ts';

const LEVEL = /^(?:cấp độ|cấp|mức độ|mức) ?(\d)$/u;

export const choose = (word: string, { here }: MendPlace): Mend => ({ kind: 'choose', word, changes: [here(word)] });

/** All words of the list, those with the same letters as the typed one first. */
export function mendsOfWord({ text, choices }: FactsByRule['word-unknown'], place: MendPlace): readonly Mend[] {
  const typed = letters(text);
  const alike = choices.filter((word) => letters(word) === typed);
  return [...alike, ...choices.filter((word) => !alike.includes(word))].map((word) => choose(word, place));
}

/** `Cấp độ 3` is level 3. */
export function mendsOfLevel({ text }: FactsByRule['level-unknown'], { here }: MendPlace): readonly Mend[] {
  const level = LEVELS.find((one) => one === LEVEL.exec(squash(text).toLowerCase())?.[1]);
  return level === undefined ? [] : [{ kind: 'as-number', number: Number(level), changes: [here(Number(level))] }];
}

export const mendsOfMissingStatus = (place: MendPlace): readonly Mend[] => Object.values(STATUS_WORDS).map((word) => choose(word, place));

/** A task that is done only in part, or begun: the status is what can be mended, never the progress. */
export const mendsOfStatus = ({ beside }: MendPlace): readonly Mend[] => [
  { kind: 'choose', word: STATUS_WORDS['in-progress'], changes: beside('status', STATUS_WORDS['in-progress']) },
];

/** `Không phát sinh`, where no figure but zero stands. */
export function mendsOfNothing({ beside, entry }: MendPlace): readonly Mend[] {
  const word = STATE_WORDS['nothing-arose'];
  return entry?.numerator || entry?.denominator ? [] : [{ kind: 'choose', word, changes: beside('state', word) }];
}

/** A state that says that there is no figure, beside one: it is the state that is wrong, or the figure. */
export const mendsOfFigureBesideState = ({ here, beside, entry }: MendPlace): readonly Mend[] => [
  { kind: 'choose', word: STATE_WORDS.reported, changes: [here(STATE_WORDS.reported)] },
  {
    kind: 'clear-figures',
    changes: partFields('indicators', 'answer').flatMap((field) => (valueIn(entry, field) === undefined ? [] : beside(field, null))),
  },
];

/** Letters alone: without marks, blanks and capitals, as a hurried hand types. */
const letters = (text: string): string =>
  matchKey(text)
    .normalize('NFD')
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]/gu, '');
