/** What every answer bears unless its route says otherwise: it is the caller's own, and nothing keeps it, on its machine neither. */
export const EVERYWHERE = { 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' } as const;
/** Where a tag tells whether the client's copy still holds, it may have one; it asks each time, and no cache in between keeps it. */
export const REVALIDATED = { 'Cache-Control': 'private, no-cache' } as const;
/** For a year no browser comes here without TLS (RFC 6797). */
export const HSTS = { 'Strict-Transport-Security': 'max-age=31536000' } as const;
