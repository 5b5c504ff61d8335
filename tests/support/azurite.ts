import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join, resolve } from 'node:path';

const NAME = 'devstoreaccount1';
/** The emulator's well-known key: it opens nothing else. */
const KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';
const programOf = (service: Service): string => join('node_modules', 'azurite', 'dist', 'src', service, 'main.js');
type Service = 'table' | 'blob';

/** Where a service at a port of this machine is to be reached. */
export const connectionTo = (port: number, service: Service = 'table'): string => {
  const endpoint = service === 'table' ? 'TableEndpoint' : 'BlobEndpoint';
  return `DefaultEndpointsProtocol=http;AccountName=${NAME};AccountKey=${KEY};${endpoint}=http://127.0.0.1:${port}/${NAME};`;
};

/** A service of the emulator on a free port, its data in memory; ended by `stop`. */
export interface Azurite {
  readonly port: number;
  readonly connectionString: string;
  readonly stop: () => Promise<void>;
}

/** Throws when the emulator does not start. */
export async function startAzurite(service: Service = 'table'): Promise<Azurite> {
  // A service alone does not say which port it was given, so one is chosen for it.
  const port = await freePort();
  const words = [
    ...[resolve(programOf(service)), `--${service}Port`, String(port)],
    ...['--inMemoryPersistence', '--silent', '--disableTelemetry', '--skipApiVersionCheck'],
  ];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  // Whoever dies before `stop` leaves no emulator behind.
  const end = (): boolean => child.kill('SIGTERM');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  await started(child, service);
  return {
    port,
    connectionString: connectionTo(port, service),
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

function started(child: ChildProcess, service: Service): Promise<void> {
  return new Promise((done, refused) => {
    let said = '';
    const hear = (words: Buffer): void => {
      said += words;
      if (/successfully (listen|started)/.test(said)) done();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => refused(new Error(`[start emulator] "${service}": ended with ${code}\n${said}`)));
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

/** The table and the blob service of one account. */
export async function startAccount(): Promise<Azurite> {
  const [table, blob] = await Promise.all([startAzurite('table'), startAzurite('blob')]);
  const blobEndpoint = /BlobEndpoint=[^;]+;/.exec(blob.connectionString)?.[0];
  return {
    port: table.port,
    connectionString: `${table.connectionString}${blobEndpoint}`,
    stop: async () => {
      await Promise.all([table.stop(), blob.stop()]);
    },
  };
}
