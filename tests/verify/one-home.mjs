import { placesOf, textFiles } from './files.mjs';

/** Rooms of the product; their measures are the one place that knows kinds apart. */
const PRODUCT = /^(?:core|contract|xlsx|templates|functions|addin|cli|seeds|host|demo|tools|bench)\//;
const HOME = /^core\/(?:measures|figures)\//;

const KIND = /\bmeasure\.kind\b|'(?:pooled-ratio|stated-ratio|share-of-agencies|each-agency|stated-level)'/g;
const RESULT =
  /'(?:numerator|denominator|yes|obliged|meeting|level)' in \w+|\bresult\??\.(?:numerator|denominator|yes|obliged|meeting|level)\b/g;
const SETTING = /\b(?:atLeastPercent|atMostPercent|minLevel|aspiredLevel)\b|'statedBy' in\b/g;

/** Nobody else asks of which kind a measure is: what a row needs is asked of `measureOf(row)`. */
export const oneHome = {
  name: 'kinds of measure are told apart in core/measures alone',
  run: async () =>
    textFiles()
      .filter(({ path }) => PRODUCT.test(path) && /\.tsx?$/.test(path) && !HOME.test(path))
      .flatMap((file) => [
        ...placesOf(file, KIND, (one) => `asks for the kind: ${one}`),
        ...placesOf(file, RESULT, (one) => `looks into a result: ${one}`),
        ...placesOf(file, SETTING, (one) => `reads a kind's own setting: ${one}`),
      ]),
};
