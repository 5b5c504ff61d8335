import type { AgencyId } from '../../../core/plan/agency.ts';
import { closePeriod, reopenPeriod } from '../../../functions/periods/close.ts';
import { review } from '../../../functions/reports/review.ts';
import { type Submission, submit } from '../../../functions/reports/submit.ts';
import { MemoryTable } from '../../../functions/store/memory-table.ts';
import { Head, headRow } from '../../../functions/store/rows.ts';
import { StoreUnavailable, type Table } from '../../../functions/store/table.ts';
import { AGENCIES, aClosing, aReview, aSubmission, openPeriod, PARTITION, ROW } from './a-submission.ts';
import { History } from './history.ts';
import type { Random } from './random.ts';
import { type Outcome, SteppedTable } from './stepped-table.ts';

const STEPS = { submit: 40, retry: 14, reuse: 2, return: 10, accept: 8, mark: 4, close: 12, reopen: 10 };
const OUTCOMES = { done: 90, refused: 2, lost: 3, repeated: 3, crashed: 1, crashedAfter: 1 };
const MOST_AT_ONCE = 4;

/** A call of the functions under way: it waits at the storage, or it has ended. */
interface Call {
  readonly table: SteppedTable;
  wake: () => void;
  ended: boolean;
  failure: unknown;
}

/**
 * Runs `steps` calls of the protocol, up to four at once, on a model table; which call goes on next and what becomes of it at the
 * storage is drawn. Then all is left where it stands, as by a crash, and healed. Throws where an invariant does not hold.
 */
export class Simulation {
  private readonly table = new MemoryTable();
  private readonly history = new History();
  private readonly sent: Submission[] = [];
  private calls: Call[] = [];
  private moments = 0;
  private readonly random: Random;

  constructor(random: Random) {
    this.random = random;
  }

  async run(steps: number): Promise<void> {
    await openPeriod(this.table);
    for (let begun = 0; begun < steps || this.calls.length > 0; ) {
      const another = begun < steps && this.calls.length < MOST_AT_ONCE && (this.calls.length === 0 || this.random.fraction() < 0.2);
      if (another) {
        await this.begin(await this.step());
        begun++;
      } else await this.goOn(this.random.of(this.calls));
    }
    await this.heal();
  }

  private async begin(step: (table: Table) => Promise<void>): Promise<void> {
    const call: Call = { table: new SteppedTable(this.table, () => call.wake()), wake: () => {}, ended: false, failure: null };
    const waits = new Promise<void>((wake) => {
      call.wake = wake;
    });
    step(call.table)
      .catch((failure) => {
        if (!(failure instanceof StoreUnavailable)) call.failure = failure;
      })
      .then(() => {
        call.ended = true;
        call.wake();
      });
    this.calls.push(call);
    await waits;
  }

  /** Lets one call take its next step at the storage; whoever crashes is never heard of again. */
  private async goOn(call: Call): Promise<void> {
    const outcome = this.random.weighted(OUTCOMES);
    if (outcome === 'crashed') return this.drop(call);
    const waits = new Promise<void>((wake) => {
      call.wake = wake;
    });
    const heard: Outcome = outcome === 'crashedAfter' ? 'done' : outcome;
    call.table.release(heard);
    await waits;
    if (call.failure) throw call.failure;
    if (outcome === 'crashedAfter' && !call.ended) return this.drop(call);
    if (!call.ended) return;
    this.drop(call);
    await this.history.checkClosed(this.table);
  }

  private drop(call: Call): void {
    this.calls = this.calls.filter((one) => one !== call);
  }

  private async step(): Promise<(table: Table) => Promise<void>> {
    const agency = this.random.of(AGENCIES);
    const version = await this.versionOf(agency);
    const at = new Date(Date.UTC(2026, 10, 20) + this.moments++);
    const kind = this.random.weighted(STEPS);
    switch (kind) {
      case 'submit': {
        const expected = this.random.fraction() < 0.8 ? version : this.random.of([0, version + 1, 'any'] as const);
        const submission = aSubmission({ agency, figure: this.sent.length + 1, expected, at });
        this.sent.push(submission);
        return this.sending(submission);
      }
      case 'retry':
      case 'reuse': {
        // A key that nobody acknowledged is still free for another body.
        const choice = kind === 'retry' ? this.sent : this.sent.filter((one) => this.isAcknowledged(one));
        if (choice.length === 0) return async (table) => table.ping();
        return this.sending({ ...this.random.of(choice), at, nonce: `again${this.moments}`, ...(kind === 'reuse' && { body: 'another' }) });
      }
      case 'return':
      case 'accept':
      case 'mark': {
        const asked = aReview({
          agency,
          version,
          decision: kind === 'return' ? 'return' : 'accept',
          at,
          ...(kind === 'mark' && { reviewer: 'SNV' as AgencyId, rows: [ROW] }),
        });
        return async (table) => {
          const done = await review(table, asked);
          if (done.ok) this.history.reviews.push(asked);
        };
      }
      case 'close':
        return async (table) => void (await closePeriod(table, aClosing({ at })));
      case 'reopen':
        return async (table) => void (await reopenPeriod(table, aClosing({ at })));
    }
  }

  private sending(submission: Submission): (table: Table) => Promise<void> {
    return async (table) => {
      const done = await submit(table, submission);
      const wanted = !this.isAcknowledged(submission) ? null : submission.body === 'another' ? 'key-reused' : 'ok';
      const found = done.ok ? 'ok' : done.error;
      if (wanted && found !== wanted) throw new Error(`${submission.key} was acknowledged and is ${found}, not ${wanted}, now`);
      if (done.ok) this.history.acknowledged(submission.agency, submission.key, done.value.receipt);
    };
  }

  private isAcknowledged = ({ agency, key }: Submission): boolean => this.history.receipts.has(`${agency}|${key}`);

  /** Without faults: a close ends what a crash left, every acknowledged key finds its receipt, a reopened period takes reports. */
  private async heal(): Promise<void> {
    await closePeriod(this.table, aClosing());
    for (const submission of this.sent) await this.sending(submission)(this.table);
    await this.history.checkAll(this.table);
    await reopenPeriod(this.table, aClosing());
    for (const [k, agency] of AGENCIES.entries()) {
      const figure = 1_000_000 + k;
      const done = await submit(this.table, aSubmission({ agency, figure, expected: await this.versionOf(agency) }));
      if (!done.ok) throw new Error(`${agency} after the reopening: ${done.error}`);
      this.history.acknowledged(agency, `k${figure}`, done.value.receipt);
    }
    await closePeriod(this.table, aClosing());
    await this.history.checkAll(this.table);
  }

  private async versionOf(agency: AgencyId): Promise<number> {
    const head = await this.table.read(PARTITION, headRow(agency));
    return (head && Head.parse(head.value).current?.receipt.version) ?? 0;
  }
}
