import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a call goes wrong: an answer of the storage, the connection cut before the answer or in the middle of it, or no answer ever. */
export type Trouble = 408 | 500 | 502 | 503 | 'reset' | 'cut' | 'hang';

/** From the n-th call on, before or after its effect; `calls`: this one alone, or all until the proxy is told otherwise. */
export interface Plan {
  readonly from: number;
  readonly calls: 'one' | 'all';
  readonly effect: 'before' | 'after';
  readonly trouble: Trouble;
}

/**
 * A proxy before the storage emulator, or before the service itself, that lets calls go wrong as planned, and counts them; others it passes
 * on.
 */
export class FailingProxy {
  calls = 0;
  private plan: Plan | null = null;
  private readonly server: Server;
  private readonly target: number;
  private readonly concerns: (path: string) => boolean;

  constructor(target: number, concerns: (path: string) => boolean = () => true) {
    this.target = target;
    this.concerns = concerns;
    this.server = createServer((incoming, answer) => {
      void this.pass(incoming, answer).catch(() => answer.destroy());
    });
  }

  /** Returns the port at which it listens. */
  async start(): Promise<number> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return (this.server.address() as AddressInfo).port; // listening on a port, not on a pipe
  }

  /** Counts anew, with this plan; null for none. */
  follow(plan: Plan | null): void {
    this.calls = 0;
    this.plan = plan;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async pass(incoming: IncomingMessage, answer: ServerResponse): Promise<void> {
    const isCounted = this.concerns(incoming.url ?? '');
    const number = isCounted ? ++this.calls : 0;
    const body = await bytesOf(incoming);
    const { plan } = this;
    const fails = isCounted && plan && (plan.calls === 'all' ? number >= plan.from : number === plan.from);
    if (fails && plan.effect === 'before') return fail(answer, plan.trouble);
    const { method, url, headers } = incoming;
    const call = request({ port: this.target, host: '127.0.0.1', method, path: url, headers });
    call.end(body);
    const [heard] = (await once(call, 'response')) as [IncomingMessage];
    const told = await bytesOf(heard);
    if (fails && plan.trouble !== 'cut') return fail(answer, plan.trouble);
    answer.writeHead(heard.statusCode ?? 500, heard.rawHeaders);
    if (fails) answer.write(told.subarray(0, told.length / 2), () => answer.socket?.resetAndDestroy());
    else answer.end(told);
  }
}

function fail(answer: ServerResponse, trouble: Trouble): void {
  if (trouble === 'hang') return;
  if (trouble === 'reset' || trouble === 'cut') answer.socket?.resetAndDestroy();
  else
    answer
      .writeHead(trouble, { 'content-type': 'application/json' })
      .end('{"odata.error":{"code":"ServerBusy","message":{"value":"busy"}}}');
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer); // no encoding is set
  return Buffer.concat(parts);
}
