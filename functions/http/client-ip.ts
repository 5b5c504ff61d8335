/**
 * The caller's IP, from `X-Forwarded-For`: every host on the way appends the IP that connected to it. The last entry was appended by this
 * host, the ones before it by the trusted proxies; anything further left can be forged by the caller. If the request came through fewer
 * proxies than are trusted, the first entry is taken.
 */
export function clientIpOf(forwardedFor: string | null, trustedProxies: number): string {
  const chain = (forwardedFor ?? '').split(',').map((ip) => ip.trim());
  return chain.at(-1 - trustedProxies) ?? chain[0] ?? '';
}
