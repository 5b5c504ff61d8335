import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join, resolve } from 'node:path';

const NAME = 'devstoreaccount1';
/** The emulator's well-known key: it opens nothing else. */
const KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';
const PROGRAM = join('node_modules', 'azurite', 'dist', 'src', 'table', 'main.js');

/** Where a table service at a port of this machine is to be reached. */
export const connectionTo = (port: number): string =>
  `DefaultEndpointsProtocol=http;AccountName=${NAME};AccountKey=${KEY};TableEndpoint=http://127.0.0.1:${port}/${NAME};`;

/** A table service of the emulator on a free port, its data in memory; ended by `stop`. */
export interface Azurite {
  readonly port: number;
  readonly connectionString: string;
  readonly stop: () => Promise<void>;
}

/** Throws when the emulator does not start. */
export async function startAzurite(): Promise<Azurite> {
  // The table service alone does not say which port it was given, so one is chosen for it.
  const port = await freePort();
  const words = [resolve(PROGRAM), '--tablePort', String(port), '--inMemoryPersistence', '--silent', '--disableTelemetry'];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  // Whoever dies before `stop` leaves no emulator behind.
  const end = (): boolean => child.kill('SIGTERM');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  await started(child);
  return {
    port,
    connectionString: connectionTo(port),
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

function started(child: ChildProcess): Promise<void> {
  return new Promise((done, refused) => {
    let said = '';
    const hear = (words: Buffer): void => {
      said += words;
      if (/successfully (listening|started)/.test(said)) done();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => refused(new Error(`[start emulator] "${PROGRAM}": ended with ${code}\n${said}`)));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // listening on a port, not on a pipe
  server.close();
  await once(server, 'close');
  return port;
}
