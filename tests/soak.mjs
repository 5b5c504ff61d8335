import { spawnSync } from 'node:child_process';
import { root } from '../tools/root.mjs';

// node tests/soak.mjs [PART]…: the long checks, one after another, for the night. Each ends with a line `holds …` or `FALLS SHORT …`, and
// takes its measure from the environment, for trying it in short (docs/tests.md); 1 where one falls short.
const program = (name) => () => run(['tools/run.mjs', `tests/soak/${name}.ts`]);

const PARTS = {
  'fuzz-reading': program('fuzz-reading'),
  beside: suite('tests/functions/store/beside.test.ts', 'ROUNDS', 100, 'rounds of commands and submissions between kills'),
  // 20,000 seeds of 50 calls each are a million calls.
  protocol: suite('tests/functions/protocol/simulation.test.ts', 'SEEDS', 20_000, 'seeds of 50 calls of the protocol'),
  plans: suite('tests/any-plan.test.ts', 'PLANS', 1_000, 'plans from forms to the tables that are signed', 'PROPERTY_SEED'),
  properties: () => run(['tests/soak/properties.mjs']),
  mutation: program('mutation'),
  'steady-serving': program('steady-serving'),
  'end-writing': program('end-writing'),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  console.error(`[soak] "${unknown.join(', ')}": no such part; there are ${Object.keys(PARTS).join(', ')}`);
  process.exit(2);
}
const parts = asked.length > 0 ? asked : Object.keys(PARTS);
const failed = parts.filter((name) => !PARTS[name]());
console.log(failed.length === 0 ? `holds  soak: ${parts.length} of ${parts.length}` : `FALLS SHORT  soak: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;

function run(words, more = {}) {
  return spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit', env: { ...process.env, ...more } }).status === 0;
}

/** A test of `npm test`, with as much as a night has room for; where it goes by a seed, on other inputs each night. */
function suite(path, measure, most, what, seed) {
  return () => {
    const often = process.env[measure] ?? String(most);
    const from = seed && { [seed]: process.env[seed] ?? String(Date.now() % 1_000_000) };
    const began = Date.now();
    const holds = run(['node_modules/jest/bin/jest.js', '--silent', '--testTimeout=7200000', path], { [measure]: often, ...from });
    const seconds = ((Date.now() - began) / 1000).toFixed(0);
    console.log(`${holds ? 'holds' : 'FALLS SHORT'}  ${path}: ${often} ${what}${from ? ` from ${seed}=${from[seed]}` : ''}, ${seconds} s`);
    return holds;
  };
}
