import type { ResourceLimits } from 'node:worker_threads';
import { type Finding, finding } from '../../core/findings/finding.ts';
import type { ReadingContext } from '../../core/reading/read-report.ts';
import { readingTookTooLong, unreadableFile } from '../../core/rules/files.ts';
import type { Upload } from '../upload/read-upload.ts';
import { contextNumber } from './context-number.ts';
import { handedOver } from './handed-over.ts';
import type { JobOf, Made, ReadingRequest, SentContext, SharedContext } from './job.ts';
import { startThread } from './thread.ts';

/** Processor time that one file may take. A filled form takes a hundredth of it to be read, whatever else the machine does. */
export const MOST_READING_MS = 2_000;
const MEMORY: ResourceLimits = { maxOldGenerationSizeMb: 768 };

/** A thread that reads one file after another. */
export interface ReadingWorker {
  /**
   * Does a job; a context where it needs one. Null where it takes too long, or more memory than there is; the thread is gone then.
   * Rejects where the reader is broken.
   */
  readonly run: <K extends keyof Made>(job: JobOf<K>, context: ReadingContext | null) => Promise<Made[K] | null>;
  /** Reads an upload. What takes too long is a finding. */
  readonly read: (bytes: Uint8Array, context: ReadingContext) => Promise<Upload>;
  /** Has it read made-up forms of a context until it is asked for something. */
  readonly warm: (context: ReadingContext) => void;
  readonly isGone: () => boolean;
  readonly end: () => Promise<unknown>;
}

/** Starts a thread; it keeps no process alive while it has nothing to do. */
export function startReadingWorker(program: string, memory: ResourceLimits = MEMORY): ReadingWorker {
  const { tell, ask, isGone, end } = startThread(program, memory);
  const handed = handedOver();
  /** The number under which the thread knows a shared context; a new one is handed over. */
  const told = (context: SharedContext): number => {
    const { plan, agencies, previous } = context;
    const shared = contextNumber(context);
    if (handed(shared) === 'new') tell({ kind: 'know', shared, known: { plan, agencies, previous } } satisfies ReadingRequest);
    return shared;
  };
  const under = ({ plan, agencies, previous, obligationsOf: _, ...forFile }: ReadingContext): SentContext => ({
    shared: told({ plan, agencies, previous }),
    forFile,
  });
  const run: ReadingWorker['run'] = async <K extends keyof Made>(job: JobOf<K>, context: ReadingContext | null) => {
    const own = new Uint8Array(job.bytes); // what is handed over is gone from here; a Buffer's `slice` is no copy
    const asked: ReadingRequest = { kind: 'do', job: { ...job, bytes: own }, under: context && under(context) };
    return (await ask({ asked, mostMs: MOST_READING_MS, handed: [own.buffer] })) as Made[K] | null; // the program makes of a job what its kind says
  };
  return {
    run,
    read: async (bytes, context) => (await run<'read'>({ kind: 'read', bytes }, context)) ?? tookTooLong(),
    warm: (context) => tell({ kind: 'warm', under: under(context) } satisfies ReadingRequest),
    isGone,
    end,
  };
}

const tookTooLong = (): Upload => unread(finding(readingTookTooLong, {}));
/** Of a file that ended every thread that read it. */
export const endedThreads = (): Upload => unread(finding(unreadableFile, { why: 'unforeseen' }));

const unread = (why: Finding): Upload => ({
  identity: null,
  report: null,
  findings: [why],
  places: new Map(),
  modified: null,
});
