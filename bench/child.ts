import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** A program beside the bench that says things in lines of JSON. */
export interface Child {
  /** The next line, once it is there. Throws when the program ended without it. */
  readonly heard: () => Promise<unknown>;
  /** SIGTERM; resolves when the program has gone. */
  readonly end: () => Promise<void>;
}

/** Starts a program of Node; what it logs goes to a file, as on a server. */
export function startChild(words: readonly string[], log: string): Child {
  const file = openSync(log, 'w');
  const child = spawn(process.execPath, [...words], { stdio: ['ignore', 'pipe', file] });
  closeSync(file);
  const lines = linesOf(child);
  return {
    heard: async () => {
      const { value, done } = await lines.next();
      if (done) throw new Error(`[bench] "${words.join(' ')}": ended early, see ${log}`);
      return JSON.parse(value);
    },
    end: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

function linesOf({ stdout }: ChildProcess): AsyncIterator<string> {
  if (!stdout) throw new Error('[bench] "child": without a pipe');
  return createInterface({ input: stdout })[Symbol.asyncIterator]();
}
