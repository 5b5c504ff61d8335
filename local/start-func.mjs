import { spawn, spawnSync } from 'node:child_process';
import { ensurePackages } from './packages.mjs';
import { at } from './root.mjs';

// npm run start:func: the same functions under the real Azure Functions Core Tools, where they are installed.
const FUNC = 'func';
const data = process.env.PHULUC_DATA ?? at('.data');

// An installed package is not enough: its program is fetched by an install script, which npm may have been told not to run.
if (spawnSync(FUNC, ['--version'], { stdio: 'ignore', timeout: 60_000 }).status !== 0) {
  console.error(
    'Chưa có Azure Functions Core Tools (lệnh func). Cài theo https://aka.ms/func-tools rồi chạy lại, hoặc dùng npm start, không cần func.',
  );
  process.exit(1);
}
if (!(await ensurePackages())) process.exit(1);
const { buildFunctions } = await import('./build-functions.mjs');
await buildFunctions();
const settings = { FUNCTIONS_WORKER_RUNTIME: 'node', PHULUC_STORAGE: 'embedded', PHULUC_DATA: data };
const child = spawn(FUNC, ['start', ...process.argv.slice(2)], {
  cwd: at('dist/functions'),
  env: { ...settings, ...process.env },
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
