import fc from 'fast-check';

const MOST_RUNS = Number(process.env.MUTATION_RUNS ?? 20);
/** Properties of one function each: they are quick, and count what they have met. */
const MANY = 1000;
const { assert } = fc;

export * from 'fast-check';
// biome-ignore lint/style/noDefaultExport: it stands in for a package that has one
export default {
  ...fc,
  assert: (property, { numRuns = 100, ...more } = {}) =>
    assert(property, { seed: 1, ...more, numRuns: numRuns > MANY ? numRuns : Math.min(numRuns, MOST_RUNS) }),
};
