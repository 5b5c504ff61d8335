const BASIC = /^basic +([A-Za-z0-9+/]+=*) *$/i;

/** The password of Basic credentials (RFC 7617), whatever the user's name, as a bearer is shown; any other header as it came. */
export function asBearer(authorization: string | null): string | null {
  const encoded = BASIC.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return authorization;
  const pair = Buffer.from(encoded, 'base64').toString('utf8');
  return `Bearer ${pair.slice(pair.indexOf(':') + 1)}`;
}
