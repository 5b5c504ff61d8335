declare const self: ServiceWorkerGlobalScope;
/** Addresses of all that the upload page is made of, and the name of their contents: both known when the pages are built. */
declare const SHELL: readonly string[];
declare const RELEASE: string;

const PREFIX = 'phuluc-trang-';
const NAME = PREFIX + RELEASE;
const PAGE = '/';

/*
 * Keeps the upload page on the machine, so that it opens without a network. The network always comes first: no page outlives its
 * release. What is kept is one release whole; the API is never kept, nor asked for here.
 */
self.addEventListener('install', (event) => event.waitUntil(keepShell().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(dropOthers().then(() => self.clients.claim())));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || !SHELL.includes(pathname)) return;
  event.respondWith(freshOrKept(request, pathname));
});

async function keepShell(): Promise<void> {
  const cache = await caches.open(NAME);
  await cache.addAll(SHELL.map((address) => (address === PAGE ? new Request(address, { cache: 'no-cache' }) : address)));
}

async function dropOthers(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== NAME).map((name) => caches.delete(name)));
}

/** A page opens with any query; nobody reached and a gateway without its server are the same to whoever opens it. */
async function freshOrKept(request: Request, pathname: string): Promise<Response> {
  const fresh = await fetch(request).catch(() => null);
  if (fresh !== null && fresh.status < 500) return fresh;
  return (await caches.match(pathname, { cacheName: NAME })) ?? fresh ?? Response.error();
}

export {};
