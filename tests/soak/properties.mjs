import { spawnSync } from 'node:child_process';
import { root } from '../../tools/root.mjs';
import { textFiles } from '../verify/files.mjs';

// A soak (tests/soak.mjs): the suites of properties, PROPERTY_ROUNDS times (30), each round on inputs of its own, drawn from PROPERTY_SEED on
// (the clock). Those in Chromium stay out: their pages would take the night.
const rounds = Number(process.env.PROPERTY_ROUNDS ?? 30);
const first = Number(process.env.PROPERTY_SEED ?? Date.now() % 1_000_000);
const suites = textFiles()
  .filter(({ path, text }) => /^tests\/.*\.test\.ts$/.test(path) && text.includes('/support/properties.ts') && !text.includes('browser.ts'))
  .map(({ path }) => path);

const began = Date.now();
const fallen = [];
for (let seed = first; seed < first + rounds; seed++) {
  const words = ['node_modules/jest/bin/jest.js', '--silent', '--runTestsByPath', ...suites];
  const { status } = spawnSync(process.execPath, words, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PROPERTY_SEED: `${seed}` },
  });
  if (status !== 0) fallen.push(seed);
}
const good = suites.length > 0 && fallen.length === 0;
const told = `${suites.length} suites of properties, ${rounds} rounds from PROPERTY_SEED=${first}, ${((Date.now() - began) / 1000).toFixed(0)} s`;
console.log(`${good ? 'holds' : 'FALLS SHORT'}  properties: ${told}${fallen.map((seed) => `; PROPERTY_SEED=${seed}`).join('')}`);
process.exit(good ? 0 : 1);
