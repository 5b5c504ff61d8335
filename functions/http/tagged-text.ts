import { createHash } from 'node:crypto';

/** JSON as it goes out, and the tag of its very content. `of` is never there: it tells the compiler what the JSON says. */
export interface TaggedText<out Value> {
  readonly body: Uint8Array;
  readonly etag: string;
  readonly of?: Value;
}

export function taggedText<Value>(value: Value): TaggedText<Value> {
  const body = Buffer.from(JSON.stringify(value));
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}

/** Whether an `If-None-Match` names this very state (RFC 9110: weak comparison). */
export function isCurrent(header: string | null, etag: string): boolean {
  return (header ?? '').split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag);
}
