import type { ApiResponse } from './api.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Answers are the caller's own: no cache in between may keep them. */
const PRIVATE = { 'Cache-Control': 'private, no-cache' } as const;

export const json = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): ApiResponse => ({
  status,
  headers: { 'Content-Type': 'application/json; charset=utf-8', ...PRIVATE, ...headers },
  body: JSON.stringify(value),
});

/** A file to be saved under a name. */
export const file = (
  type: string,
  name: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): ApiResponse => ({
  status: 200,
  headers: { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"`, ...PRIVATE, ...headers },
  body,
});

export const notModified = (etag: string): ApiResponse => ({ status: 304, headers: { ETag: etag, ...PRIVATE }, body: null });

/** Whether the client holds this very state (RFC 9110, If-None-Match: weak comparison). */
export function isCurrent(header: string | null, etag: string): boolean {
  return (header ?? '').split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag);
}
