import type { Command, CommandOutcome, ReadingStage, WorkerMessage } from '../reader/messages.ts';

/** Where the worker's program lies: known when the pages are built. */
declare const READER_WORKER: string;

/** The worker as the page uses it: one command at a time. */
export interface Reader {
  readonly ask: (command: Command, onStage?: (stage: ReadingStage) => void) => Promise<CommandOutcome | { readonly kind: 'stopped' }>;
  /** Ends whatever is under way at once; the next command starts a new worker. */
  readonly stop: () => void;
}

const BROKE: CommandOutcome = {
  kind: 'refused',
  sentence: 'Trình duyệt không đủ bộ nhớ hoặc không đọc được tệp này. Đóng bớt cửa sổ rồi chọn lại tệp, hoặc dùng máy khác.',
};

/** Starts the worker when it is first needed. */
export function readerOf(start: () => Worker = () => new Worker(READER_WORKER, { type: 'module' })): Reader {
  let worker: Worker | null = null;
  let stopped: (() => void) | null = null;
  return {
    ask: (command, onStage) =>
      new Promise((done) => {
        const here = worker ?? start();
        worker = here;
        const end = (outcome: CommandOutcome | { readonly kind: 'stopped' }): void => {
          here.onmessage = null;
          here.onerror = null;
          stopped = null;
          done(outcome);
        };
        stopped = () => end({ kind: 'stopped' });
        here.onmessage = ({ data }: MessageEvent<WorkerMessage>) => (data.kind === 'stage' ? onStage?.(data.stage) : end(data));
        here.onerror = () => {
          here.terminate();
          worker = null;
          end(BROKE);
        };
        here.postMessage(command);
      }),
    stop: () => {
      worker?.terminate();
      worker = null;
      stopped?.();
    },
  };
}
