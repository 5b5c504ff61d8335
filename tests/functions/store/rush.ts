import { submit } from '../../../functions/reports/submit.ts';
import { serveEmbeddedTable } from '../../../functions/store/embedded-table.ts';
import { AGENCIES, aSubmission } from '../protocol/a-submission.ts';

// A program of its own: a server on a store, which submits version after version and says each receipt until it is killed.
const [path = '', start = '1'] = process.argv.slice(2);
const table = serveEmbeddedTable(path);
// In good order, as a server does it.
process.on('SIGTERM', () => void table.close().then(() => process.exit(0)));

const rush = async (agency: (typeof AGENCIES)[number], lane: number): Promise<void> => {
  for (let figure = Number(start) + lane; ; figure += AGENCIES.length) {
    // An agency's next version, whatever is in force: its client has read it just before.
    const done = await submit(table, aSubmission({ agency, figure, expected: 'any' }));
    if (done.ok) process.stdout.write(`${JSON.stringify({ key: `k${figure}`, receipt: done.value.receipt })}\n`);
    await new Promise(setImmediate);
  }
};

void Promise.all(AGENCIES.map(rush));
