import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The service as `npm start` runs it, on a fresh data folder and a free port. */
export interface Service {
  readonly baseUrl: string;
  readonly keys: Readonly<Record<string, string>>;
  /** Of the process that serves. */
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

const READY_MS = 120_000;

/** Starts it with the embedded store; period 2026 is open and nothing is sent. */
export async function aService(environment: Readonly<Record<string, string>> = {}, words: readonly string[] = []): Promise<Service> {
  const folder = mkdtempSync(join(tmpdir(), 'phuluc-service-'));
  const keysFile = join(folder, 'keys.json');
  const { PORT: _, ...inherited } = process.env;
  const child = spawn(process.execPath, ['-r', resolve('host/start/leave-with-parent.cjs'), 'host/start.mjs', ...words], {
    env: { ...inherited, PORT: '0', PHULUC_DATA: join(folder, 'data'), PHULUC_KEYS: keysFile, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const baseUrl = await addressOf(child);
  const { keys } = JSON.parse(readFileSync(keysFile, 'utf8'));
  return {
    baseUrl,
    keys,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The address in the line about the API, which is the last that it prints. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, refused) => {
    const tooLong = setTimeout(() => refused(new Error('[service] "start": not ready in time')), READY_MS);
    let said = '';
    let complained = '';
    child.stderr?.on('data', (piece) => {
      complained = `${complained}${piece}`.slice(-2_000);
    });
    child.stdout?.on('data', (piece) => {
      said += piece;
      const address = /(http:\S+)\/api\n/.exec(said)?.[1];
      if (!address) return;
      clearTimeout(tooLong);
      found(address);
    });
    child.once('exit', (code) => refused(new Error(`[service] "start": ended with ${code}: ${complained}`)));
  });
}
