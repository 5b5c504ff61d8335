import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { StoredReceipt } from '../../../functions/store/rows.ts';

/** What a rush acknowledged, with the key that it was sent under. */
export interface Acknowledged {
  readonly key: string;
  readonly receipt: StoredReceipt;
}

/** For the tests of a file: a folder of their own, and the program of `rush.ts`. Afterwards both are gone, and no rush goes on after a test. */
export function rushes(name: string) {
  const home = mkdtempSync(join(tmpdir(), `phuluc-${name}-`));
  const program = join('.build', 'run', `rush-${process.pid}.mjs`);
  const entry = join(__dirname, 'rush.ts');
  buildSync({ entryPoints: [entry], outfile: program, bundle: true, packages: 'external', format: 'esm', platform: 'node' });
  afterEach(() => ARush.killAll());
  afterAll(() => {
    rmSync(program);
    rmSync(home, { recursive: true });
  });
  return { home, program };
}

/** A server in another process that sends one version after another. Only whole lines of what it said count: the rest was not acknowledged. */
export class ARush {
  /** All that were begun, so that a test that fails leaves none behind. */
  private static readonly begun = new Set<ARush>();
  readonly child: ChildProcess;
  complained = '';
  private said = '';
  private count = 0;

  constructor(command: string, ...words: readonly string[]) {
    this.child = spawn(command, words, { stdio: ['ignore', 'pipe', 'pipe'] });
    ARush.begun.add(this);
    this.child.once('close', () => ARush.begun.delete(this));
    this.child.stdout?.on('data', (heard: Buffer) => {
      this.said += heard;
      this.count += String(heard).split('\n').length - 1;
    });
    this.child.stderr?.on('data', (heard: Buffer) => {
      this.complained += heard;
    });
  }

  get receipts(): readonly Acknowledged[] {
    const lines = this.said.split('\n').slice(0, -1);
    return lines.map((line) => JSON.parse(line) as Acknowledged); // as rush.ts prints it
  }

  /** Waits until it has acknowledged so many more, or has ended. */
  async acknowledges(more: number): Promise<void> {
    const wanted = this.count + more;
    while (this.child.exitCode === null && this.child.signalCode === null && this.count < wanted)
      await new Promise((resolve) => setTimeout(resolve, 5));
  }

  static killAll(): void {
    for (const { child } of ARush.begun) child.kill('SIGKILL');
  }

  /** Ends it at once, or in good order; gives how it ended. */
  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<NodeJS.Signals | number | null> {
    this.child.kill(signal);
    await once(this.child, 'close');
    return this.child.signalCode ?? this.child.exitCode;
  }
}
