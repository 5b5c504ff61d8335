const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/i;

/** The origin that was called, as far as the request says so plainly: `https://host`, on this machine itself `http://`; else nothing. */
export function calledOrigin(header: (name: string) => string | null): string {
  const host = header('host') ?? '';
  if (!HOST.test(host)) return '';
  return `${LOOPBACK.test(host) ? 'http' : 'https'}://${host}`;
}
