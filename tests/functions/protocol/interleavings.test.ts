import { closePeriod, reopenPeriod } from '../../../functions/periods/close.ts';
import { review } from '../../../functions/reports/review.ts';
import { type Submission, submit } from '../../../functions/reports/submit.ts';
import { MemoryTable } from '../../../functions/store/memory-table.ts';
import { PERIOD_ROW, PeriodRow } from '../../../functions/store/rows.ts';
import type { Table } from '../../../functions/store/table.ts';
import { fc } from '../../support/properties.ts';
import { AGENCIES, aClosing, aReview, aSubmission, openPeriod, PARTITION } from './a-submission.ts';
import { History } from './history.ts';
import { SteppedTable } from './stepped-table.ts';

const RUNS = { numRuns: 250 };

/** A table whose calls happen in the order that the scheduler draws. */
function scheduled(inner: Table, scheduler: fc.Scheduler): Table {
  const table: SteppedTable = new SteppedTable(inner, () => {
    void scheduler.schedule(Promise.resolve()).then(() => table.release('done'));
  });
  return table;
}

/** Runs calls at once, each on its own way to the same table, and holds what came of it against the invariants. */
async function together(scheduler: fc.Scheduler, calls: (history: History) => readonly ((table: Table) => Promise<unknown>)[]) {
  const table = new MemoryTable();
  const history = new History();
  await openPeriod(table);
  const first = await submit(table, aSubmission({ figure: 1 }));
  if (first.ok) history.acknowledged(AGENCIES[0]!, 'k1', first.value.receipt);
  await scheduler.waitFor(Promise.all(calls(history).map((call) => call(scheduled(table, scheduler)))));
  await history.checkAll(table);
  return table;
}

const sending = (history: History, submission: Submission) => async (table: Table) => {
  const done = await submit(table, submission);
  if (done.ok) history.acknowledged(submission.agency, submission.key, done.value.receipt);
  return done.ok ? done.value.receipt.version : done.error;
};

test('submission, correction, retry and review in any order leave one history', () =>
  fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      await together(scheduler, (history) => [
        sending(history, aSubmission({ figure: 2, expected: 1 })),
        sending(history, aSubmission({ figure: 2, expected: 1 })),
        sending(history, aSubmission({ figure: 3, expected: 'any' })),
        sending(history, aSubmission({ figure: 1 })),
        (table) => review(table, aReview()),
        (table) => review(table, aReview({ decision: 'accept' })),
      ]);
    }),
    RUNS,
  ));

test('a submission that races two closes is counted or refused, and its retry hears the same', () =>
  fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const table = await together(scheduler, (history) => [
        sending(history, aSubmission({ figure: 2, expected: 1 })),
        sending(history, aSubmission({ figure: 2, expected: 1 })),
        sending(history, aSubmission({ figure: 3, agency: AGENCIES[1]! })),
        (table) => closePeriod(table, aClosing()),
        (table) => closePeriod(table, aClosing()),
      ]);
      expect(PeriodRow.parse((await table.read(PARTITION, PERIOD_ROW))?.value)).toMatchObject({ state: 'closed', closes: 1 });
    }),
    RUNS,
  ));

test('closes, a reopening and submissions in any order leave no head frozen in an open period', () =>
  fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const table = await together(scheduler, (history) => [
        (table) => closePeriod(table, aClosing()),
        (table) => closePeriod(table, aClosing({ agencies: [] })),
        async (table) => {
          await closePeriod(table, aClosing());
          await reopenPeriod(table, aClosing());
        },
        sending(history, aSubmission({ figure: 2, expected: 1 })),
        (table) => review(table, aReview()),
      ]);
      await reopenPeriod(table, aClosing());
      for (const [k, agency] of AGENCIES.entries())
        expect((await submit(table, aSubmission({ agency, figure: 10 + k, expected: 'any' }))).ok).toBe(true);
    }),
    RUNS,
  ));
