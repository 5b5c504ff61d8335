import { BOUNDS } from './bounds.ts';
import type { Unpacked, UnpackTrouble } from './unpacked.ts';
import type { ToUnpack } from './worker.ts';

/** Opens a zip or a mail in a worker of its own, which is ended with all that it holds when it takes too long, or somebody stops. */
export function unpackBeside(packed: ToUnpack, stop: AbortSignal): Promise<Unpacked> {
  const without = (trouble: UnpackTrouble): Unpacked => ({ forms: [], others: [], troubles: [{ path: packed.name, trouble }] });
  if (stop.aborted) return Promise.resolve(without('stopped'));
  const worker = new Worker(UNPACK_WORKER, { type: 'module' });
  const ended = new AbortController();
  return new Promise<Unpacked>((done) => {
    const timer = setTimeout(() => done(without('too-slow')), BOUNDS.ms);
    ended.signal.addEventListener('abort', () => clearTimeout(timer));
    stop.addEventListener('abort', () => done(without('stopped')), { signal: ended.signal });
    worker.onmessage = ({ data }: MessageEvent<Unpacked>) => done(data);
    worker.onerror = () => done(without('damaged')); // no memory left, or its program could not be loaded
    worker.postMessage(packed, [packed.bytes.buffer]);
  }).finally(() => {
    worker.terminate();
    ended.abort();
  });
}
