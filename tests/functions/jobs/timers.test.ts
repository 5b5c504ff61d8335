import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose } from '../../../functions/compose.ts';
import { timersOf } from '../../../functions/jobs/timers.ts';
import { Environment } from '../../../functions/settings.ts';
import { cronOf, nextOf } from '../../../host/node/cron.ts';
import { APeriod } from '../../support/a-period.ts';

const home = mkdtempSync(join(tmpdir(), 'phuluc-timers-'));
afterAll(() => rmSync(home, { recursive: true }));

const embedded = (data: string) => ({ PHULUC_STORAGE: 'embedded', PHULUC_DATA: join(home, data) });

test('a deployment looks after reminders in the working hours of Viet Nam and makes its backup after midnight there', async () => {
  const app = await compose(embedded('a'), () => {});
  const next = app.timers.map(({ name, schedule }) => [name, nextOf(cronOf(schedule), new Date('2026-11-20T10:30:00Z'))?.toISOString()]);
  expect(next).toEqual([
    ['finish-closes', '2026-11-20T10:35:00.000Z'],
    // A Friday evening in Viet Nam: next on Monday, 8:00.
    ['remind', '2026-11-23T01:00:00.000Z'],
    ['sweep-workbooks', '2026-11-20T19:40:00.000Z'],
    ['backup', '2026-11-20T11:10:00.000Z'],
  ]);
  for (const { run } of app.timers) await run();
  expect(readdirSync(join(home, 'a', 'backups'))).toEqual([expect.stringMatching(/^phuluc-\d{4}-\d\d-\d\d\.ndjson\.gz$/)]);
  await app.deps.table.close();
});

test('tables are backed up into the folder that is named, and not at all where none is', async () => {
  const { deps } = await APeriod.opened();
  const tables = { PHULUC_STORAGE: 'tables', PHULUC_TABLES: 'UseDevelopmentStorage=true' };
  const names = (more: object) => timersOf(async () => deps, Environment.parse({ ...tables, ...more }), false).map(({ name }) => name);
  expect([names({}), names({ PHULUC_BACKUP: home })]).toEqual([
    ['finish-closes', 'remind', 'sweep-workbooks'],
    ['finish-closes', 'remind', 'sweep-workbooks', 'backup'],
  ]);
});

test.each([
  ['PHULUC_SMTP', '{}'],
  ['PHULUC_BACKUP_AT', 'every night'],
])('a start with a wrong %s stops before anything is opened', async (name, value) => {
  await expect(compose({ ...embedded('b'), [name]: value }, () => {})).rejects.toThrow(name);
  expect(readdirSync(home)).not.toContain('b');
});
