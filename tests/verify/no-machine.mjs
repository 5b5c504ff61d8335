import { placesOf, textFiles } from './files.mjs';

const FOLDER = /(?<![\w.:/-])\/(?:work|home|root|Users)\/[\w.-]+/g;
const REGISTRY = /registry\.(?:npmjs|yarnpkg)\.\w+|"resolved":\s*"https?:[^"]*"/g;

/** Nothing names a folder of somebody's machine or a package registry: the checkout works wherever it is put. */
export const noMachine = {
  name: 'no machine paths, no registry hosts',
  run: async () =>
    textFiles().flatMap((file) => [
      ...placesOf(file, FOLDER, (one) => `a machine's own path ${one}`),
      ...placesOf(file, REGISTRY, (one) => `a package registry ${one}`),
    ]),
};
