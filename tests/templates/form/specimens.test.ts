import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSpecimens } from '../../../templates/mau/specimens.ts';

const ROOT = resolve(__dirname, '../../..');

test('the specimens in templates/mau are what the builder makes', async () => {
  const stale = (await buildSpecimens()).filter(({ name, bytes }) => !readFileSync(join(ROOT, 'templates/mau', name)).equals(bytes));
  if (stale.length > 0) throw new Error(`Biểu mẫu ${stale.map(({ name }) => name).join(', ')} đã cũ: chạy npm run specimens.`);
});

test.each([
  ['Asia/Ho_Chi_Minh', 'vi_VN.UTF-8'],
  ['America/St_Johns', 'de_DE.UTF-8'],
  ['Pacific/Kiritimati', 'C'],
])('a form has the same bytes in %s with the language %s', (zone, language) => {
  const run = () =>
    execFileSync(process.execPath, ['tools/run.mjs', 'tools/specimens.ts', '--check'], {
      cwd: ROOT,
      env: { ...process.env, TZ: zone, LANG: language, LC_ALL: language },
      stdio: 'pipe',
    });
  expect(run).not.toThrow();
});
