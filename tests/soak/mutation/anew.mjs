import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import { expect } from 'expect';
import { bind } from 'jest-each';
import { at } from '../../../tools/root.mjs';

// The suites of the domain under mocha, in the words of jest. For each change they are evaluated anew, each when its first test comes, so
// that no module remembers what it worked out before it was changed, and its constants are made with the change; so they are for each test
// while Stryker learns which tests come by which change.
const FILE = '.build/mutation/suites.cjs';
const bundle = compileFunction(readFileSync(at(FILE), 'utf8'), ['require', 'module', 'test', 'expect'], { filename: FILE });
const require = createRequire(import.meta.url);

/** For each suite a function that gives its tests. */
function anew() {
  let tests = [];
  const test = (title, body) => {
    tests.push({ title, body });
  };
  const module = {};
  bundle(require, module, Object.assign(test, { each: bind(test, false) }), expect);
  return module.exports.map((evaluate) => {
    let known;
    return () => {
      if (known) return known;
      tests = [];
      evaluate();
      known = tests;
      return known;
    };
  });
}

const stryker = globalThis.__stryker__ ?? {};
const named = anew().map((suite) => suite());
delete stryker.mutantCoverage; // of suites that are no test's

let suites = [];
let changed;
globalThis.beforeEach(() => {
  if (suites.length > 0 && stryker.activeMutant !== undefined && stryker.activeMutant === changed) return;
  changed = stryker.activeMutant;
  suites = anew();
});
for (const [n, tests] of named.entries()) for (const [k, { title }] of tests.entries()) globalThis.it(title, () => suites[n]()[k].body());
