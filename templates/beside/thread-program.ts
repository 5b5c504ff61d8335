import { readlinkSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import type { ThreadAnswer } from './thread.ts';

/** The inner side of a thread: says that it is there, and answers what it is asked. `made`: undefined where there is nothing to answer. */
export function answerInThread<Asked>(made: (asked: Asked) => unknown): void {
  const tell = (told: ThreadAnswer, handed: readonly ArrayBuffer[] = []): void => parentPort?.postMessage(told, handed);
  parentPort?.on('message', async (asked: Asked) => {
    try {
      const one = await made(asked);
      if (one !== undefined) tell({ kind: 'made', made: one }, ownBuffer(one));
    } catch (error) {
      tell({ kind: 'broken', error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  tell({ kind: 'ready', task: ownTask() });
}

/** Bytes that are the whole of their memory are handed over, not copied; of a small Buffer that memory is also others'. */
function ownBuffer(made: unknown): ArrayBuffer[] {
  if (!(made instanceof Uint8Array)) return [];
  const { buffer, byteLength } = made;
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}

/** The folder in which Linux counts what this very thread takes; null elsewhere. */
function ownTask(): string | null {
  try {
    return `/proc/${readlinkSync('/proc/thread-self')}`;
  } catch {
    return null;
  }
}
