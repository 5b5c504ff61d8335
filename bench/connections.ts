import { Agent, request } from 'node:http';

/** One call over a connection that stays open. */
export interface BenchCall {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

export interface TimedAnswer {
  readonly status: number;
  readonly body: Buffer;
  readonly milliseconds: number;
}

export type BenchSend = (call: BenchCall) => Promise<TimedAnswer>;

/** Does `work` on every item over so many connections at once; gives the seconds that it all took. */
export async function overConnections<Item>(
  connections: number,
  port: number,
  items: readonly Item[],
  work: (item: Item, send: BenchSend) => Promise<void>,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const queue = [...items];
  const line = async (): Promise<void> => {
    for (let item = queue.pop(); item !== undefined; item = queue.pop()) await work(item, (call) => send(agent, port, call));
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: connections }, line));
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  return seconds;
}

function send(agent: Agent, port: number, { method, path, headers, body }: BenchCall): Promise<TimedAnswer> {
  const start = performance.now();
  return new Promise((done, failed) => {
    const sent = request({ agent, port, method, path, headers: { ...headers, 'content-length': body?.length ?? 0 } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', failed);
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, body: Buffer.concat(parts), milliseconds: performance.now() - start }),
      );
    });
    sent.on('error', failed);
    sent.end(body);
  });
}

/** The value that a share of all values does not exceed. */
export function atShare(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
