import { ReadableStream } from 'node:stream/web';
import { setTimeout as pause } from 'node:timers/promises';
import { app, type HttpRequest, type InvocationContext } from '@azure/functions';

// A small functions app of every shape that the host must serve; loaded by serve-app.ts in a process of its own.

const ALL = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS'] as const;
const json = (value: unknown, status = 200) => ({ status, jsonBody: value });
const methods = [...ALL];
let ticks = 0;

app.http('literal', { route: 'items/all', methods, handler: () => json({ served: 'literal' }) });
app.http('number', { route: 'items/{n:int}', methods, handler: ({ params }) => json({ served: 'number', n: params.n }) });
app.http('free', { route: 'items/{name}', methods, handler: ({ params }) => json({ served: 'free', name: params.name }) });
app.http('optional', { route: 'pages/{n:int?}', methods, handler: ({ params }) => json({ served: 'optional', n: params.n ?? null }) });
app.http('letters', { route: 'letters/{word:alpha}', methods, handler: ({ params }) => json({ word: params.word }) });
app.http('read-only', { route: 'read-only', methods: ['GET'], handler: () => json({ served: 'read-only' }) });
app.http('rest', {
  route: '{*path}',
  methods,
  handler: ({ params, method }) => json({ served: 'rest', path: params.path ?? '', method }, 404),
});

app.http('echo', {
  route: 'echo',
  methods,
  handler: async (request: HttpRequest, context: InvocationContext) => ({
    headers: { 'content-type': request.headers.get('content-type') ?? 'application/octet-stream', 'x-invocation': context.invocationId },
    body: Buffer.from(await request.arrayBuffer()),
  }),
});
app.http('guarded', {
  route: 'guarded',
  methods,
  handler: async (request: HttpRequest) =>
    /^Bearer (?:one|two|three)$/.test(request.headers.get('authorization') ?? '')
      ? json({ bytes: (await request.arrayBuffer()).byteLength })
      : json({ served: 'nobody' }, 401),
});
let made = 0;
app.http('large', {
  route: 'large',
  methods,
  handler: () => {
    made += 1;
    return { body: Buffer.alloc(1024 * 1024, 'x') };
  },
});
let pieces = 0;
let letGo = 0;
let go: () => void = () => {};
/** Of a stream that waits for it. */
const told = new Promise<void>((resolve) => {
  go = resolve;
});
app.http('stream', {
  route: 'stream/{count:int}',
  methods,
  handler: async ({ params, query }) => {
    if (query.get('waits') === 'begin') await told;
    let own = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull: async (controller) => {
          await (query.get('waits') === 'piece' ? told : pause(Number(query.get('every') ?? 0)));
          if (query.get('breaks') === String(own)) throw new Error('it breaks off');
          pieces += 1;
          own += 1;
          controller.enqueue(Buffer.alloc(64 * 1024, String(own % 10)));
          if (own >= Number(params.count)) controller.close();
        },
        cancel: () => {
          letGo += 1;
        },
      },
      { highWaterMark: 0 },
    );
    return { body };
  },
});
app.http('go', {
  route: 'go',
  methods,
  handler: () => {
    go();
    return { status: 204 };
  },
});
app.http('pieces', { route: 'pieces', methods, handler: () => json({ pieces, letGo }) });
app.http('connections', {
  route: 'connections',
  methods,
  handler: () => json({ open: process.getActiveResourcesInfo().filter((one) => one === 'TCPSocketWrap').length }),
});
app.http('made', { route: 'made', methods, handler: () => json({ made }) });
app.http('headers', {
  route: 'headers',
  methods,
  handler: ({ headers, url, query }) => json({ headers: Object.fromEntries(headers), url, x: query.get('x') }),
});
app.http('cookies', {
  route: 'cookies',
  methods,
  handler: () => ({
    status: 204,
    cookies: [
      { name: 'one', value: 'a b', path: '/', httpOnly: true, sameSite: 'Lax', maxAge: 60 },
      { name: 'two', value: '2', secure: true },
    ],
  }),
});
app.http('tagged', {
  route: 'tagged',
  methods,
  handler: ({ headers }) =>
    headers.get('if-none-match') === '"1"' ? { status: 304, headers: { ETag: '"1"' } } : { headers: { ETag: '"1"' }, body: 'nguyên văn' },
});
app.http('bad-header', {
  route: 'bad-header',
  methods,
  handler: () => ({ cookies: [{ name: 'tổng', value: '1' }] }),
});
app.http('nothing', { route: 'nothing', methods, handler: () => undefined as never });
app.http('broken', {
  route: 'broken',
  methods,
  handler: () => {
    throw new Error('a secret place, with pls_0123456789abcdefghijklmnopqrstuvwxyzABCDEFG');
  },
});
let begun = 0;
app.http('slow', {
  route: 'slow',
  methods,
  handler: async () => {
    begun += 1;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    return { body: 'done' };
  },
});
app.http('begun', { route: 'begun', methods, handler: () => json({ begun }) });
app.http('ticks', { route: 'ticks', methods, handler: () => json({ ticks }) });
app.timer('tick', {
  schedule: '* * * * * *',
  handler: (timer, context) => {
    ticks += 1;
    if (ticks === 1) throw new Error('the first run fails');
    context.log(`tick, past due: ${timer.isPastDue}`);
  },
});
app.hook.appStart(() => void process.stdout.write('app started\n'));
app.hook.appTerminate(() => void process.stdout.write('app ended\n'));
