import { createHash } from 'node:crypto';
import type { ApiRequest, ApiResponse } from './api.ts';
import { attachment } from './content-disposition.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Answers are the caller's own: no cache in between may keep them. */
const PRIVATE = { 'Cache-Control': 'private, no-cache' } as const;

const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' } as const;

export const json = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): ApiResponse => ({
  status,
  headers: { ...JSON_TYPE, ...PRIVATE, ...headers },
  body: JSON.stringify(value),
});

/** JSON under the tag of its very content; 304 where the client holds it. */
export function taggedJson(request: ApiRequest, value: unknown): ApiResponse {
  const body = JSON.stringify(value);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  if (isCurrent(request.header('if-none-match'), etag)) return notModified(etag);
  return { status: 200, headers: { ...JSON_TYPE, ...PRIVATE, ETag: etag }, body };
}

/** A file to be saved under a name. */
export const file = (
  type: string,
  name: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): ApiResponse => ({
  status: 200,
  headers: { 'Content-Type': type, 'Content-Disposition': attachment(name), ...PRIVATE, ...headers },
  body,
});

export const notModified = (etag: string): ApiResponse => ({ status: 304, headers: { ETag: etag, ...PRIVATE }, body: null });

/** Whether the client holds this very state (RFC 9110, If-None-Match: weak comparison). */
export function isCurrent(header: string | null, etag: string): boolean {
  return (header ?? '').split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag);
}
