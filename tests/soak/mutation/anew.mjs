import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import { expect } from 'expect';
import { bind } from 'jest-each';
import { at } from '../../../tools/root.mjs';

// The suites of the domain under mocha, in the words of jest. For each change they are evaluated anew, so that no module remembers what it
// worked out before it was changed, and its constants are made with the change; so they are for each test while Stryker learns which tests
// come by which change.
const FILE = '.build/mutation/suites.cjs';
const run = compileFunction(readFileSync(at(FILE), 'utf8'), ['require', 'module', 'test', 'expect'], { filename: FILE });
const require = createRequire(import.meta.url);

function evaluated() {
  const tests = [];
  const test = (title, body) => {
    tests.push({ title, body });
  };
  run(require, {}, Object.assign(test, { each: bind(test, false) }), expect);
  return tests;
}

const stryker = globalThis.__stryker__ ?? {};
const named = evaluated();
delete stryker.mutantCoverage; // of a suite that is no test's

let tests = [];
let changed;
globalThis.beforeEach(() => {
  if (tests.length > 0 && stryker.activeMutant !== undefined && stryker.activeMutant === changed) return;
  changed = stryker.activeMutant;
  tests = evaluated();
});
for (const [k, { title }] of named.entries()) globalThis.it(title, () => tests[k].body());
