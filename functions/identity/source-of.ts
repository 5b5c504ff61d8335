import { isIPv4, isIPv6 } from 'node:net';

/** An address may come out of a header that anybody writes: no more of one that is none is kept. */
const LONGEST = 64;
const GROUPS = 8;
/** Whoever has an IPv6 line has 2^64 addresses of it: they count as one. */
const NETWORK_GROUPS = 4;

/**
 * Whom tries from a network address are counted to: the IPv4 address, or the /64 network of an IPv6 one, without the port that
 * Azure appends in `X-Forwarded-For`. A text that is no address stands for itself, shortened.
 */
export function sourceOf(address: string): string {
  const host = /^\[([^\]]*)\](?::\d+)?$/.exec(address)?.[1] ?? /^([^:]+):\d+$/.exec(address)?.[1] ?? address;
  const inner = /^::ffff:([\d.]+)$/i.exec(host)?.[1] ?? host;
  if (isIPv4(inner)) return inner;
  if (isIPv6(inner)) return groupsOf(inner).slice(0, NETWORK_GROUPS).join(':');
  // Copied, because a slice of a string keeps the whole string in memory.
  return Buffer.from(address.slice(0, LONGEST)).toString();
}

/** The eight groups of an IPv6 address; the URL's parser has brought it into one spelling. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname.slice(1, -1).split('::');
  const [before, after] = [head, tail ?? ''].map((part) => (part === '' ? [] : part.split(':'))) as [string[], string[]];
  return [...before, ...Array(GROUPS - before.length - after.length).fill('0'), ...after];
}
