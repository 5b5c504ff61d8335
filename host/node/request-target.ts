import type { IncomingMessage } from 'node:http';

/** The target of a request (RFC 9112, 3.2): `/api/me?x=1` or `http://host/api/me?x=1`, parsed. */
export interface RequestTarget {
  /** The host and port of the absolute form; null where the target is a path alone. Its scheme says nothing: the connection does. */
  readonly authority: string | null;
  readonly pathname: string;
  /** Decoded; a slash within a segment stays `%2F`, so that it parts nothing. */
  readonly segments: readonly string[];
  /** With its question mark; empty where there is none. */
  readonly search: string;
}

/** `.` and `..`, also percent-encoded: resolving them would serve another path than the one that was asked for. */
const DOTS = /\/(?:\.|%2e){1,2}(?:\/|$)/i;

/** A name, an IPv4 address or an IPv6 address in brackets, and a port; no user, no path. */
const HOST = /^(?:[\w.~-]+|\[[\da-f:.]+\])(?::\d{0,5})?$/i;

/** `http://host:80/path?x=1`; what may stand as its authority is HOST's business. */
const ABSOLUTE = /^https?:\/\/([^/?#]*)(.*)$/is;

/**
 * The `Host` of a request as it can stand in a URL; null where it cannot, where there are two, or where the target names another (RFC 9112,
 * 3.2): a proxy may have looked at the other one. Only HTTP/1.0 may go without.
 */
export function hostOf(
  { headersDistinct, httpVersion }: Pick<IncomingMessage, 'headersDistinct' | 'httpVersion'>,
  { authority }: Pick<RequestTarget, 'authority'>,
): string | null {
  const { host: [header, second] = [httpVersion === '1.1' ? '' : (authority ?? 'localhost')] } = headersDistinct;
  if (header === undefined || second !== undefined) return null;
  if (authority !== null && authority.toLowerCase() !== header.toLowerCase()) return null;
  return HOST.test(header) && URL.canParse(`http://${header}`) ? header : null;
}

/** Parses the target of a request; null where it is none that a server of its own answers. A trailing slash makes no difference. */
export function parseTarget(text: string): RequestTarget | null {
  const [, authority = null, rest = text] = ABSOLUTE.exec(text) ?? [];
  const path = parsePath(authority === null || rest.startsWith('/') ? rest : `/${rest}`);
  return path && { authority, ...path };
}

function parsePath(text: string): Omit<RequestTarget, 'authority'> | null {
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
