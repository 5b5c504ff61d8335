import { createHash } from 'node:crypto';
import type { ApiRequest, ApiResponse } from './api.ts';
import { attachment } from './content-disposition.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Answers are the caller's own: nothing keeps them, on its machine neither. */
const PERSONAL = { 'Cache-Control': 'no-store' } as const;
/** Where a tag tells whether the client's copy still holds, it may have one; it asks each time, and no cache in between keeps it. */
export const REVALIDATED = { 'Cache-Control': 'private, no-cache' } as const;
/** For a year no browser comes here without TLS (RFC 6797). */
export const HSTS = { 'Strict-Transport-Security': 'max-age=31536000' } as const;

const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' } as const;

export const json = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): ApiResponse => ({
  status,
  headers: { ...JSON_TYPE, ...PERSONAL, ...headers },
  body: JSON.stringify(value),
});

/** JSON as it goes out, and the tag of its very content. */
export interface TaggedText {
  readonly body: Uint8Array;
  readonly etag: string;
}

export function taggedText(value: unknown): TaggedText {
  const body = Buffer.from(JSON.stringify(value));
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}

/** JSON under the tag of its very content; 304 where the client holds it. */
export const taggedJson = (request: ApiRequest, value: unknown): ApiResponse => taggedAnswer(request, taggedText(value));

export function taggedAnswer(request: ApiRequest, { body, etag }: TaggedText): ApiResponse {
  if (isCurrent(request.header('if-none-match'), etag)) return notModified(etag);
  return { status: 200, headers: { ...JSON_TYPE, ...REVALIDATED, ETag: etag }, body };
}

/** A file to be saved under a name. */
export const file = (
  type: string,
  name: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): ApiResponse => ({
  status: 200,
  headers: { 'Content-Type': type, 'Content-Disposition': attachment(name), ...PERSONAL, ...headers },
  body,
});

export const notModified = (etag: string): ApiResponse => ({ status: 304, headers: { ETag: etag, ...REVALIDATED }, body: null });

/** Whether the client holds this very state (RFC 9110, If-None-Match: weak comparison). */
export function isCurrent(header: string | null, etag: string): boolean {
  return (header ?? '').split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag);
}
