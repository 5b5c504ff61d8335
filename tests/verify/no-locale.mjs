import { placesOf, textFiles } from './files.mjs';

/** What runs on a server; pages may order names as people read them. */
const SERVED = /^(?:core|contract|xlsx|templates|functions|host|seeds)\//;
const LOCALE = /\.localeCompare\(|\bIntl\.|\.toLocale\w+\(/g;

/** Orders and texts are the same in any language of the machine; and the first of these alone costs a start twenty milliseconds. */
export const noLocale = {
  name: 'nothing on the server asks the language of the machine',
  run: async () =>
    textFiles()
      .filter(({ path }) => SERVED.test(path) && /\.tsx?$/.test(path))
      .flatMap((file) => placesOf(file, LOCALE, (one) => `asks for a locale: ${one}`)),
};
