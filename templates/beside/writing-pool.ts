import { setTimeout as sleep } from 'node:timers/promises';
import type { DocumentKind, DocumentRequests, WritingRequest, Written } from './documents.ts';
import { handedOver } from './handed-over.ts';
import { numberOf } from './numbered.ts';
import { type Pool, type PooledThread, threadPool } from './pool.ts';
import { sendable } from './sendable.ts';
import { startThread } from './thread.ts';
import { writeDocument } from './write-document.ts';

/** Writes documents beside everything else. */
export interface WritesDocuments {
  /**
   * `by`: on whose behalf, so that nobody waits for one that asks for much; 'busy' where too many wait already. Rejects what cannot be
   * written.
   */
  readonly write: <K extends DocumentKind>(kind: K, wanted: DocumentRequests[K], by: string) => Promise<Written<K> | 'busy'>;
  /** Ends what is being written, and the threads. */
  readonly end: () => Promise<void>;
}

/** Processor time that one document may take: of a whole country some seconds. */
const MOST_WRITING_MS = 120_000;
const MEMORY = { maxOldGenerationSizeMb: 2_048 } as const;
/** Of one agency: the report of a province takes seconds, and what waits for minutes is given up by who asked before it is there. */
const MOST_OF_ONE = 24;
/** Each holds some 100 MB of programs and is started in a quarter of a second. */
const REST_MS = 300_000;

interface WritingPoolSettings {
  readonly workers: number;
  readonly mostWaiting: number;
}

/**
 * Threads that write documents, there while documents are asked for. Without a program for them, as in tests that run the sources, this
 * thread writes.
 */
export function writingPool(program: () => Promise<string | null>, { workers, mostWaiting }: WritingPoolSettings): WritesDocuments {
  let pool: Pool<WritingThread> | undefined;
  return {
    write: async (kind, wanted, by) => {
      const text = pool ? '' : await program();
      if (text === null) return writeDocument(kind, wanted);
      const rules = { workers, mostWaiting, mostOfOne: MOST_OF_ONE, restMs: REST_MS };
      pool ??= threadPool({ start: () => startWritingThread(text), ...rules });
      return pool.run(by, (thread) => thread.write(kind, wanted));
    },
    end: async () => pool?.end(),
  };
}

/** In this very thread, without any limit of time. */
export const WRITES_HERE: WritesDocuments = { write: writeDocument, end: async () => {} };

/** Writes a document, however long it has to wait. */
export type Writes = <K extends DocumentKind>(kind: K, wanted: DocumentRequests[K]) => Promise<Written<K>>;

const AGAIN_MS = 500;

/** Asks again where too many wait: for whoever must not be turned away any more. */
export const patiently =
  ({ write }: WritesDocuments, by: string): Writes =>
  async (kind, wanted) => {
    for (;;) {
      const made = await write(kind, wanted, by);
      if (made !== 'busy') return made;
      await sleep(AGAIN_MS);
    }
  };

interface WritingThread extends PooledThread {
  readonly write: <K extends DocumentKind>(kind: K, wanted: DocumentRequests[K]) => Promise<Written<K>>;
}

function startWritingThread(program: string): WritingThread {
  const { tell, ask, isGone, end } = startThread(program, MEMORY);
  const handed = handedOver();
  return {
    write: async <K extends DocumentKind>(kind: K, wanted: DocumentRequests[K]) => {
      const { obligations, sent } = sendable(wanted);
      const under = numberOf(obligations);
      if (obligations && handed(under) === 'new') tell({ kind: 'know', under, obligations } satisfies WritingRequest);
      const made = await ask({
        asked: { kind: 'write', document: kind, wanted: sent, under } satisfies WritingRequest,
        mostMs: MOST_WRITING_MS,
      });
      if (made === null) throw new Error(`[write beside] "${kind}": it takes too long, or more memory than there is`);
      return made as Written<K>; // the program writes what it is asked for
    },
    isGone,
    end,
  };
}
