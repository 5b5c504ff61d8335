import { once } from 'node:events';
import { join } from 'node:path';
import Database from 'libsql';
import { submit } from '../../../functions/reports/submit.ts';
import { openEmbeddedTable } from '../../../functions/store/embedded-table.ts';
import { AGENCIES, aSubmission, openPeriod } from '../protocol/a-submission.ts';
import { History } from '../protocol/history.ts';
import { type Acknowledged, ARush, rushes } from './a-rush.ts';

// KILLS=200 for a night's run.
const KILLS = Number(process.env.KILLS ?? 6);

const { home: folder, program } = rushes('killed');

interface Rushed {
  readonly receipts: readonly Acknowledged[];
  readonly ended: NodeJS.Signals | number | null;
  readonly complained: string;
}

/** Runs the rush until it ends or is killed, so long after it has acknowledged something of each agency. */
async function rushed([command, ...rest]: readonly [string, ...string[]], milliseconds: number | 'until it ends'): Promise<Rushed> {
  const rush = new ARush(command, ...rest);
  const closed = once(rush.child, 'close');
  await rush.acknowledges(AGENCIES.length);
  const timer = milliseconds === 'until it ends' ? undefined : setTimeout(() => rush.child.kill('SIGKILL'), milliseconds);
  await closed;
  clearTimeout(timer);
  return { receipts: rush.receipts, ended: rush.child.signalCode ?? rush.child.exitCode, complained: rush.complained };
}

/** Holds a store that was left in the middle of a rush against what was acknowledged; the last key is sent again. */
async function checked(path: string, history: History, receipts: Rushed['receipts']): Promise<void> {
  for (const { key, receipt } of receipts) history.acknowledged(receipt.agency, key, receipt);
  const table = openEmbeddedTable(path);
  await history.checkAll(table);
  const last = receipts.at(-1);
  if (!last) throw new Error('the rush was over before it began');
  const { agency } = last.receipt;
  const again = await submit(table, aSubmission({ agency, figure: Number(last.key.slice(1)), expected: 'any' }));
  expect(again).toEqual({ ok: true, value: { receipt: last.receipt, findings: [], replayed: true } });
  await table.close();
  expect(new Database(path).prepare('PRAGMA integrity_check').get()).toMatchObject({ integrity_check: 'ok' });
}

test('whoever is killed in a rush has lost no receipt and doubled none', async () => {
  const path = join(folder, 'killed.db');
  await openPeriod(openEmbeddedTable(path));
  const history = new History();
  for (let kill = 0; kill < KILLS; kill++) {
    const start = String(1 + kill * 1_000_000);
    const { receipts, ended } = await rushed([process.execPath, program, path, start], 20 + Math.random() * 300);
    expect(ended).toBe('SIGKILL');
    await checked(path, history, receipts);
  }
  expect(history.receipts.size).toBeGreaterThan(AGENCIES.length);
}, 1_200_000);

test('a full disk is said to be one, and loses no receipt', async () => {
  const path = join(folder, 'full.db');
  await openPeriod(openEmbeddedTable(path));
  // No file may grow beyond 2 MiB (blocks of 1 KiB), and who tries is told so instead of being ended.
  const limited = `trap '' XFSZ; ulimit -f 2048; exec "$0" "$@"`;
  const { receipts, ended, complained } = await rushed(['bash', '-c', limited, process.execPath, program, path], 'until it ends');
  expect(ended).toBe(1);
  expect(complained).toContain('StoreUnavailable');
  await checked(path, new History(), receipts);
});
