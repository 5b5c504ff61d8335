import { availableParallelism } from 'node:os';
import { writeDocument } from '../templates/beside/write-document.ts';
import type { Writes } from '../templates/beside/writing-pool.ts';

/** A thread needs as long as so many documents take until it writes as quickly as this one. */
const WORTH_A_THREAD = 40;
const MOST_THREADS = 3;
/** One is written here, the others wait for the threads beside. */
const MOST_WAITING = 100;

/**
 * Lends a way to write some documents, of which `count` are expected: in this very thread, and many in threads beside as well. The bytes
 * are the same. Rejects what `use` rejects.
 */
export async function withWriter<T>(count: number, use: (write: Writes) => Promise<T>): Promise<T> {
  const workers = Math.min(availableParallelism() - 1, MOST_THREADS);
  if (count < WORTH_A_THREAD || workers < 1) return use(writeDocument);
  const [{ writingPool, patiently }, { writingProgram }] = await Promise.all([
    import('../templates/beside/writing-pool.ts'),
    import('../templates/beside/built-writing-program.ts'),
  ]);
  const pool = writingPool(async () => writingProgram, { workers, mostWaiting: MOST_WAITING });
  const writeBeside = patiently(pool, '');
  let isWriting = false;
  const write: Writes = async (kind, wanted) => {
    if (isWriting) return writeBeside(kind, wanted);
    isWriting = true;
    try {
      return await writeDocument(kind, wanted);
    } finally {
      isWriting = false;
    }
  };
  try {
    return await use(write);
  } finally {
    await pool.end();
  }
}
