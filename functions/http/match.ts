import { failed, ok, type Result } from '../../core/result.ts';
import type { ApiRequest } from './api.ts';
import { type Refusal, refuse } from './problem.ts';
import { staleVersion } from './refusals.ts';

const TAG = /^"(0|[1-9]\d{0,8})"$/;

/**
 * Which version the sender knows to be in force: n from `If-Match: "n"`, 0 from `If-None-Match: *`. A tag that is no version of
 * ours matches nothing; without any the server asks for one, both at once ask for two different things.
 */
export function expectedVersion({
  header,
}: Pick<ApiRequest, 'header'>): Result<number, Refusal<'invalid-request' | 'precondition-required' | 'stale-version'>> {
  const match = header('if-match');
  const noneMatch = header('if-none-match');
  if (match !== null && noneMatch !== null)
    return failed(refuse('invalid-request', 'Chỉ nêu một điều kiện: If-Match: "n", hoặc If-None-Match: * khi chưa gửi lần nào.'));
  if (match === null && noneMatch === null) {
    return failed(refuse('precondition-required', 'Nêu lần nộp hiện hành: If-Match: "n", hoặc If-None-Match: * khi chưa gửi lần nào.'));
  }
  if (match === null) return noneMatch?.trim() === '*' ? ok(0) : failed(staleVersion());
  const version = TAG.exec(match.trim())?.[1];
  return version === undefined || version === '0' ? failed(staleVersion()) : ok(Number(version));
}

const MOST_KEY_LETTERS = 255;

/** The idempotency key (IETF draft "The Idempotency-Key HTTP Header Field"), which names one submission over all its retries. */
export function idempotencyKey({
  header,
}: Pick<ApiRequest, 'header'>): Result<string, Refusal<'idempotency-key-missing' | 'invalid-request'>> {
  const key = header('idempotency-key')?.trim() ?? '';
  if (key === '')
    return failed(refuse('idempotency-key-missing', 'Thiếu Idempotency-Key. Mỗi lần nộp dùng một khóa riêng và giữ nguyên khi gửi lại.'));
  if (key.length > MOST_KEY_LETTERS) return failed(refuse('invalid-request', `Idempotency-Key dài hơn ${MOST_KEY_LETTERS} ký tự.`));
  return ok(key);
}
