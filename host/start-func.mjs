import { spawn, spawnSync } from 'node:child_process';
import { ensurePackages, RUNNING } from '../tools/packages.mjs';
import { at } from '../tools/root.mjs';

// npm run start:func: the same functions under the real Azure Functions Core Tools, where they are installed. Untried as yet: no machine
// that this was written on had them.
const FUNC = 'func';
const data = process.env.PHULUC_DATA ?? at('.data');

// An installed package is not enough: its program is fetched by an install script, which npm may have been told not to run.
if (spawnSync(FUNC, ['--version'], { stdio: 'ignore', timeout: 60_000 }).status !== 0) {
  console.error(
    'Chưa có Azure Functions Core Tools (lệnh func). Cài theo https://aka.ms/func-tools rồi chạy lại, hoặc dùng npm start, không cần func.',
  );
  process.exit(1);
}
if (!(await ensurePackages(RUNNING))) process.exit(1);
const { buildFunctions } = await import('../tools/build-functions.mjs');
await buildFunctions();
// The tools keep the locks of timers in a blob storage: Azurite's, unless another is named.
const settings = {
  FUNCTIONS_WORKER_RUNTIME: 'node',
  AzureWebJobsStorage: 'UseDevelopmentStorage=true',
  PHULUC_STORAGE: 'embedded',
  PHULUC_DATA: data,
};
if (!process.env.AzureWebJobsStorage)
  console.error('Hàm theo lịch cần Azurite đang chạy: npx azurite --location .data/func --disableTelemetry');
const child = spawn(FUNC, ['start', ...process.argv.slice(2)], {
  cwd: at('dist/functions'),
  env: { ...settings, ...process.env },
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
