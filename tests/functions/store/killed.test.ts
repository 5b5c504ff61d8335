import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import Database from 'libsql';
import { Receipt } from '../../../functions/reports/receipt.ts';
import { submit } from '../../../functions/reports/submit.ts';
import { openEmbeddedTable } from '../../../functions/store/embedded-table.ts';
import { AGENCIES, aSubmission, openPeriod } from '../protocol/a-submission.ts';
import { History } from '../protocol/history.ts';

// KILLS=200 for a night's run.
const KILLS = Number(process.env.KILLS ?? 6);

const folder = mkdtempSync(join(tmpdir(), 'phuluc-killed-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the rush until it is killed; returns what it said before, whole lines alone. */
async function rushed(program: string, path: string, start: number, milliseconds: number): Promise<string[]> {
  const child = spawn(process.execPath, [program, path, String(start)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (words: Buffer) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), milliseconds);
    said += words;
  });
  await once(child, 'close');
  expect(child.signalCode).toBe('SIGKILL');
  return said.split('\n').slice(0, -1);
}

test('whoever is killed in a rush has lost no receipt and doubled none', async () => {
  const program = join('.build', 'run', `rush-${process.pid}.mjs`);
  buildSync({
    entryPoints: [join(__dirname, 'rush.ts')],
    outfile: program,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
  });
  const path = join(folder, 'store.db');
  await openPeriod(openEmbeddedTable(path));
  const history = new History();
  for (let kill = 0; kill < KILLS; kill++) {
    const start = 1 + kill * 1_000_000;
    const lines = await rushed(program, path, start, 20 + Math.random() * 300);
    expect(lines.length).toBeGreaterThan(0);
    const said = lines.map((line) => JSON.parse(line) as { key: string; receipt: unknown });
    for (const { key, receipt } of said) history.acknowledged(Receipt.parse(receipt).agency, key, Receipt.parse(receipt));
    const table = openEmbeddedTable(path);
    await history.checkAll(table);
    // The last key that was acknowledged, sent again after the restart.
    const last = Receipt.parse(said.at(-1)?.receipt);
    const figure = Number(said.at(-1)?.key.slice(1));
    const again = await submit(table, aSubmission({ agency: last.agency, figure, expected: 'any' }));
    expect(again).toEqual({ ok: true, value: { receipt: last, replayed: true } });
    await table.close();
  }
  rmSync(program);
  expect(new Database(path).prepare('PRAGMA integrity_check').get()).toMatchObject({ integrity_check: 'ok' });
  expect(history.receipts.size).toBeGreaterThan(AGENCIES.length);
}, 1_200_000);
