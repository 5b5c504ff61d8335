import { placesOf, textFiles } from './files.mjs';

const INVISIBLE = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;
const BLANKS = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;

// The plan is kept as it was published.
const AS_PUBLISHED = 'seeds/ke-hoach.txt';

/** Text is NFC, and what cannot be seen is written as an escape: a reader must be able to trust what the screen shows. */
export const cleanText = {
  name: 'text is NFC, nothing invisible',
  run: async () => textFiles().flatMap(flaws),
};

function flaws(file) {
  const { path, text } = file;
  const found = text === text.normalize('NFC') ? [] : [`${path}: not in Unicode form NFC`];
  found.push(...placesOf(file, INVISIBLE, (one) => `invisible character ${code(one)}, write an escape`));
  if (path !== AS_PUBLISHED) found.push(...placesOf(file, BLANKS, (one) => `blank other than a space, ${code(one)}, write an escape`));
  return found;
}

const code = (character) => `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
