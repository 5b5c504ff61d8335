import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedTable } from '../../functions/store/embedded-table.ts';
import { anApi } from '../support/an-api.ts';

const home = mkdtempSync(join(tmpdir(), 'made-up-'));
afterAll(() => rmSync(home, { recursive: true }));

test('the store to try things in has its first period closed and published, its second open, and is there as a whole', async () => {
  const folder = join(home, 'data', 'made-up');
  const environment = { ...process.env, PHULUC_DATA: join(home, 'real'), PHULUC_KEYS: join(home, 'real.json') };
  execFileSync(process.execPath, ['tools/run.mjs', 'demo/made-up-store.ts', folder], { stdio: 'pipe', env: environment });
  expect([readdirSync(home), readdirSync(join(home, 'data'))]).toEqual([['data'], ['made-up']]);
  const table = openEmbeddedTable(join(folder, 'phuluc.sqlite'));
  const { call } = await anApi(table, new Date());
  const { periods } = (await call('VPUB', 'GET', '/periods')).json;
  const received = [];
  for (const year of ['2026', '2027']) received.push((await call('VPUB', 'GET', `/periods/${year}/matrix`)).json.agencies.received);
  await table.close();
  expect(periods).toMatchObject([
    { period: '2026', state: 'closed', publishedAt: expect.any(String) },
    { period: '2027', state: 'open' },
  ]);
  expect(received.every((count) => count > 90)).toBe(true);
});
