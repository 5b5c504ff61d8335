import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { compose } from '../../functions/compose.ts';
import type { ApiRequest } from '../../functions/http/api.ts';
import { issueKey } from '../../functions/identity/access-key.ts';
import { embeddedFile } from '../../functions/store/open-store.ts';
import { sealOf } from '../../functions/store/seal.ts';
import { soon } from '../support/soon.ts';

const folder = mkdtempSync(join(tmpdir(), 'phuluc-compose-'));
const environment = { PHULUC_STORAGE: 'embedded', PHULUC_DATA: folder };
afterAll(() => rmSync(folder, { recursive: true }));

const asked = (key: string): ApiRequest => ({
  method: 'GET',
  parameters: { period: '2026' },
  header: (name) => (name === 'authorization' ? `Bearer ${key}` : null),
  query: () => null,
  queryNames: () => [],
  body: async () => new Uint8Array(),
  origin: '',
  clientIp: '127.0.0.1',
  id: 'test',
});

test('the service starts on a store whose period is spoilt, says so once, and lets everybody in to the rest', async () => {
  const sound = await compose(environment, () => {});
  const { key } = await issueKey(sound.deps.table, { agency: 'VPUB' as never, by: 'test', at: new Date() });
  await sound.deps.table.close();
  const database = new Database(embeddedFile(folder));
  database.prepare("UPDATE documents SET value = 'hello {' WHERE row = 'period'").run();
  database.close();

  const told: unknown[] = [];
  const app = await compose(environment, (line) => 'spoilt' in line && told.push(line));
  const get = (path: string) => app.paths.get(path)!(asked(key));
  expect((await get('/me')).status).toBe(200);
  expect(JSON.parse(String((await get('/periods')).body))).toEqual({ periods: [] });
  const period = await get('/periods/{period}');
  expect([period.status, JSON.parse(String(period.body)).detail]).toEqual([503, expect.stringContaining('không đọc được')]);
  expect(JSON.parse(String((await get('/health')).body))).toMatchObject({ status: 'ok', spoilt: 1 });
  expect(told).toEqual([{ spoilt: 'QNG-CQS-2026-2030|2026 period', why: 'invalid_type' }]);
  await app.deps.table.close();
});

test('a store whose secret cannot be read takes it from beside its file: backups that it sealed before are known on', async () => {
  const sealOfIt = async () => {
    const { deps } = await compose(environment, () => {});
    return sealOf(deps.table).finally(() => deps.table.close());
  };
  const before = await sealOfIt();
  const database = new Database(embeddedFile(folder));
  database.prepare("UPDATE documents SET value = 'hello {' WHERE partition = 'seal'").run();
  database.close();
  expect(await sealOfIt()).toBe(before);
});

test('the first answer waits for no report that somebody sent; what is spoilt of them is told a moment later, before anybody asks', async () => {
  const database = new Database(embeddedFile(folder));
  const head = database.prepare("INSERT INTO documents VALUES ('QNG-CQS-2026-2030|2027', ?, 1, ?)");
  for (const [row, value] of [
    ['period', '{"state":"closed","closes":1,"asOf":"2027-12-01T00:00:00.000Z"}'],
    ['proofs', '{"numbers":true}'],
    ['head|STC', 'hello {'],
  ])
    head.run(row, value);
  database.close();
  const told: unknown[] = [];
  const app = await compose(environment, (line) => 'spoilt' in line && told.push(line.spoilt));
  expect(told).not.toContain('QNG-CQS-2026-2030|2027 head|STC');
  await soon(() => expect(told).toContain('QNG-CQS-2026-2030|2027 head|STC'));
  await app.deps.table.close();
});
