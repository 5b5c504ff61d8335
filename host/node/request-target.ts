/** An address as it was asked for: `/api/me?x=1`, taken apart. */
export interface RequestTarget {
  readonly pathname: string;
  /** Decoded; a slash within a segment stays `%2F`, so that it parts nothing. */
  readonly segments: readonly string[];
  /** With its question mark; empty where there is none. */
  readonly search: string;
}

/** `.` and `..`, also percent-encoded: resolving them would serve another address than the one that was asked for. */
const DOTS = /\/(?:\.|%2e){1,2}(?:\/|$)/i;

/** A name, an IPv4 address or an IPv6 address in brackets, and a port; no user, no path. */
const HOST = /^(?:[\w.~-]+|\[[\da-f:.]+\])(?::\d{0,5})?$/i;

/** The `Host` of a request as it can stand in an address; null where it cannot. Only HTTP/1.0 may go without. */
export function hostOf(header: string | undefined): string | null {
  if (header === undefined) return 'localhost';
  return HOST.test(header) && URL.canParse(`http://${header}`) ? header : null;
}

/** Takes an address apart; null where it is none. A trailing slash makes no difference. */
export function parseTarget(text: string): RequestTarget | null {
  if (!text.startsWith('/') || DOTS.test(text.split('?', 1)[0] ?? '')) return null;
  try {
    // Two slashes at the beginning would name another host.
    const { pathname, search } = new URL(`http://local${text.replace(/^\/+/, '/')}`);
    const segments = pathname.split('/').slice(1);
    if (segments.at(-1) === '') segments.pop();
    return { pathname, search, segments: segments.map((one) => decodeURIComponent(one.replace(/%2f/gi, '%252F'))) };
  } catch {
    return null;
  }
}
