import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { at, root } from '../local/root.mjs';

// node tests/soak.mjs [PART]…: the long checks, each a program in tests/soak/ that prints one line at its end; 1 where one fails. For the night.
const all = readdirSync(at('tests/soak')).filter((name) => name.endsWith('.ts'));
const parts = process.argv.length > 2 ? process.argv.slice(2) : all.map((name) => basename(name, '.ts'));
const failed = parts.filter((part) => {
  const { status } = spawnSync(process.execPath, ['local/run.mjs', `tests/soak/${part}.ts`], { cwd: root, stdio: 'inherit' });
  return status !== 0;
});
console.log(failed.length === 0 ? `soak: ${parts.length} passed` : `soak: ${failed.join(', ')} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
