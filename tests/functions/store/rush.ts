import { setTimeout as sleep } from 'node:timers/promises';
import { submit } from '../../../functions/reports/submit.ts';
import { serveEmbeddedTable } from '../../../functions/store/embedded-table.ts';
import { AGENCIES, aSubmission } from '../protocol/a-submission.ts';

// A program of its own: a server on a store, which submits version after version and says each receipt until it is killed.
/** The commands beside it want a processor too. */
const PAUSE_MS = 4;
const BEGAN = Date.UTC(2026, 10, 20);
const [path = '', start = '1'] = process.argv.slice(2);
const table = serveEmbeddedTable(path);
// In good order, as a server does it.
process.on('SIGTERM', () => void table.close().then(() => process.exit(0)));

const rush = async (agency: (typeof AGENCIES)[number], lane: number): Promise<void> => {
  for (let figure = Number(start) + lane; ; figure += AGENCIES.length) {
    // An agency's next version, whatever is in force: its client has read it just before. A minute later, so that no quota stops it.
    const at = new Date(BEGAN + figure * 60_000);
    const done = await submit(table, aSubmission({ agency, figure, at, expected: 'any' }));
    if (done.ok) process.stdout.write(`${JSON.stringify({ key: `k${figure}`, receipt: done.value.receipt })}\n`);
    await sleep(PAUSE_MS);
  }
};

void Promise.all(AGENCIES.map(rush));
