/**
 * The IP of whoever calls, from `X-Forwarded-For`: every host on the way adds at its end whom it heard from, so that the last entry is the
 * host's own word and each trusted proxy's word stands one before. What stands further to the left anybody can have written. Where
 * somebody came by fewer proxies than are trusted, the first entry is all that is known.
 */
export function clientIpOf(forwardedFor: string | null, trustedProxies: number): string {
  const chain = (forwardedFor ?? '').split(',').map((ip) => ip.trim());
  return chain.at(-1 - trustedProxies) ?? chain[0] ?? '';
}
