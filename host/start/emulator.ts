import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { resolve } from 'node:path';

const require = createRequire(import.meta.url);
const LEAVE_WITH_PARENT = resolve('host/start/leave-with-parent.cjs');
const HOST = '127.0.0.1';
const ACCOUNT = 'devstoreaccount1';
/** The emulator's well-known key: it opens nothing else. */
const KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/** The client speaks a newer version of the service than the emulator knows. */
const NEWER_CLIENTS = ['--skipApiVersionCheck'];

/** The table and blob services of Azurite, a process each. */
export interface Emulator {
  readonly connectionString: string;
  /** Ends it; what was acknowledged is on the disk then. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the emulator with its data in a folder, on free ports of this machine. It is out of the terminal's reach, because it must
 * outlive the functions that write to it, and leaves when this process does, however that ends.
 */
export async function startEmulator(folder: string): Promise<Emulator> {
  const [table, blob] = [await startService('table', folder), await startService('blob', folder)];
  const endpoints = `TableEndpoint=${table.address};BlobEndpoint=${blob.address};`;
  return {
    connectionString: `DefaultEndpointsProtocol=http;AccountName=${ACCOUNT};AccountKey=${KEY};${endpoints}`,
    stop: async () => {
      await Promise.all([table.stop(), blob.stop()]);
    },
  };
}

async function startService(service: 'table' | 'blob', folder: string): Promise<Pick<Emulator, 'stop'> & { readonly address: string }> {
  const port = await freePort();
  const words = [`--${service}Host`, HOST, `--${service}Port`, String(port), '--location', folder, '--silent', '--disableTelemetry'];
  const child = spawn(process.execPath, ['-r', LEAVE_WITH_PARENT, program(service), ...words, ...NEWER_CLIENTS], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  await started(child);
  child.unref();
  child.channel?.unref();
  return {
    address: `http://${HOST}:${port}/${ACCOUNT}`,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.ref();
      child.disconnect();
      await once(child, 'exit');
    },
  };
}

/** A port that is free now: the emulator tells no port that it found itself. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, HOST);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // of a network server
  server.close();
  await once(server, 'close');
  return port;
}

function started(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (words: Buffer): void => {
      said = `${said}${words}`.slice(-10_000);
      if (/successfully (started|listens)/.test(said)) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`[start] "azurite": ended with ${code}\n${said}`)));
  });
}

/** The emulator is a package of development: a production installation goes without it. */
function program(service: 'table' | 'blob'): string {
  try {
    return require.resolve(service === 'table' ? 'azurite/dist/src/table/main.js' : 'azurite/dist/src/blob/main.js');
  } catch (cause) {
    throw new Error('chưa cài bộ giả lập kho dữ liệu (Azurite); chạy npm ci --include=dev', { cause });
  }
}
