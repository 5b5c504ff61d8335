import { type Obligations, obligationsOf } from '../../core/plan/obligations.ts';
import type { Period } from '../../core/plan/period.ts';
import type { ReadingContext } from '../../core/reading/read-report.ts';
import { doJob } from './do-job.ts';
import { handedHere } from './handed-over.ts';
import type { FileContext, ReadingRequest, SentContext, SharedContext } from './job.ts';
import { answerInThread } from './thread-program.ts';
import { warmUp } from './warm-up.ts';

// The program of a thread that reads files of others: bundled into one text, which the pool starts.
const known = handedHere<(forFile: FileContext) => ReadingContext>();

let isWanted = false;

const contextUnder = ({ shared, forFile }: SentContext): ReadingContext | null => known.get(shared)?.(forFile) ?? null;

answerInThread((asked: ReadingRequest) => {
  if (asked.kind === 'know') return known.keep(asked.shared, contextsOf(asked.known));
  const context = asked.under && contextUnder(asked.under);
  // It goes on beside: whatever is asked meanwhile comes first.
  if (asked.kind === 'warm') return void (context && warmUp(context, () => isWanted).catch(() => {})); // then the first real form is the first
  isWanted = true;
  return doJob(asked.job, context);
});

function contextsOf(one: SharedContext): (forFile: FileContext) => ReadingContext {
  const made = new Map<Period, Obligations>();
  const obligations = (period: Period): Obligations => {
    const before = made.get(period) ?? obligationsOf(one.plan, one.agencies, period);
    made.set(period, before);
    return before;
  };
  return (forFile) => ({ ...one, ...forFile, obligationsOf: obligations });
}
