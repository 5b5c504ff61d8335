import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readKeysFile } from '../host/start/keys-file.ts';

/** The service as `npm start` runs it, in a process of its own. */
export interface DemoServer {
  readonly baseUrl: string;
  readonly keys: Readonly<Record<string, string>>;
  /** Ends it in good order; throws where it does not end so. */
  readonly stop: () => Promise<void>;
}

const KEYS = 'out/demo/keys.json';
/** The service ends with the demo, however that ends. */
const LEAVE_WITH_PARENT = resolve('host/start/leave-with-parent.cjs');
const READY_MS = 120_000;

interface DemoServerSettings {
  readonly data: string;
  readonly logFile: string;
  readonly keysFile?: string;
  readonly storage?: 'azurite' | 'embedded';
}

/** Starts the service on data in a folder; its log goes to a file. Throws with the log's end where it does not start. */
export async function startDemoServer({ data, logFile, keysFile = KEYS, storage = 'azurite' }: DemoServerSettings): Promise<DemoServer> {
  const log = openSync(logFile, 'w');
  const { PORT: _, ...environment } = process.env;
  const child = spawn(process.execPath, ['-r', LEAVE_WITH_PARENT, 'host/start.mjs', '--storage', storage], {
    env: { ...environment, PHULUC_DATA: data, PHULUC_KEYS: keysFile },
    stdio: ['ignore', 'pipe', log, 'ipc'],
  });
  closeSync(log);
  const baseUrl = await addressOf(child).catch((cause) => {
    child.kill('SIGTERM');
    throw new Error(`[start] "server": ${readFileSync(logFile, 'utf8').slice(-1_000)}`, { cause });
  });
  return {
    baseUrl,
    keys: readKeysFile(keysFile),
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      if (child.exitCode !== 0) throw new Error(`[stop] "server": ended with ${child.exitCode ?? child.signalCode}`);
    },
  };
}

/** The address in the line about the API, which is the last that it prints. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, refused) => {
    const tooLong = setTimeout(() => refused(new Error('not ready in time')), READY_MS);
    let said = '';
    child.stdout?.on('data', (piece) => {
      said += piece;
      const address = /(http:\S+)\/api\n/.exec(said)?.[1];
      if (!address) return;
      clearTimeout(tooLong);
      found(address);
    });
    child.once('exit', (code) => refused(new Error(`ended with ${code}`)));
  });
}
