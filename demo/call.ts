import type { DemoServer } from './server.ts';

/** An answer of the API, its body read. */
export interface DemoAnswer {
  readonly status: number;
  readonly bytes: Uint8Array;
  readonly ms: number;
}

export interface CallOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
}

/** Calls the API as an agency. */
export async function call(
  server: DemoServer,
  agency: string,
  path: string,
  { method = 'GET', headers = {}, body }: CallOptions = {},
): Promise<DemoAnswer> {
  const started = performance.now();
  const response = await fetch(`${server.baseUrl}/api${path}`, {
    method,
    headers: { Authorization: `Bearer ${server.keys[agency]}`, ...headers },
    ...(body !== undefined && { body }),
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, bytes, ms: performance.now() - started };
}

export const jsonOf = ({ bytes }: DemoAnswer) => JSON.parse(new TextDecoder().decode(bytes));

/** The demo stops where the service answers otherwise than it promises. */
export function expectStatus(answer: DemoAnswer, status: number, what: string): DemoAnswer {
  if (answer.status !== status)
    throw new Error(`[${what}] "${status}": got ${answer.status} ${new TextDecoder().decode(answer.bytes.slice(0, 300))}`);
  return answer;
}

/** Does `work` on every item, so many at once. */
export async function atOnce<T>(count: number, items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: count }, worker));
}
