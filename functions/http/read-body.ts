import type * as z from 'zod';
import { failed, ok, type Result } from '../../core/result.ts';
import { XLSX } from './answer.ts';
import { type ApiRequest, MOST_BODY_BYTES } from './api.ts';
import { isModestJson } from './modest-json.ts';
import { type Refusal, refuse } from './problem.ts';

const MOST_ERRORS = 50;
/** A member that parsers drop without a word; whoever sends it means no good. */
const PROTOTYPE = /"__proto__"\s*:/;

/** The media type of the body, when the route takes it. */
export function mediaType(request: ApiRequest, taken: readonly string[]): Result<string, Refusal> {
  const type = (request.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (taken.includes(type)) return ok(type);
  return failed(
    refuse('unsupported-media-type', `Gửi nội dung dạng ${taken.map((one) => (one === XLSX ? '.xlsx' : 'JSON')).join(' hoặc ')}.`),
  );
}

/** The bytes of the body, at most 10 MiB; the host refuses more before it has them all. */
export async function readBytes(request: ApiRequest): Promise<Result<Uint8Array, Refusal>> {
  const bytes = await request.body();
  return bytes.length > MOST_BODY_BYTES ? failed(tooLarge()) : ok(bytes);
}

export const tooLarge = (): Refusal => refuse('too-large', 'Nội dung gửi lên lớn hơn 10 MB. Bỏ hình ảnh, trang tính thừa rồi gửi lại.');

/** The body as JSON of a known shape. */
export async function readJson<S extends z.ZodType>(request: ApiRequest, shape: S): Promise<Result<z.infer<S>, Refusal>> {
  const bytes = await readBytes(request);
  return bytes.ok ? parseJson(bytes.value, shape, 'invalid-request') : bytes;
}

/** Bytes as JSON of a known shape; what does not fit is told with its path. */
export function parseJson<S extends z.ZodType>(
  bytes: Uint8Array,
  shape: S,
  problem: 'invalid-report' | 'invalid-request',
): Result<z.infer<S>, Refusal> {
  if (!isModestJson(bytes)) return failed(invalid(problem, [{ path: '', message: 'Nội dung có quá nhiều trường.' }]));
  let value: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (PROTOTYPE.test(text)) return failed(invalid(problem, [{ path: '__proto__', message: 'Có trường không dùng.' }]));
    value = JSON.parse(text);
  } catch {
    return failed(invalid(problem, [{ path: '', message: 'Nội dung không phải JSON đúng.' }]));
  }
  const parsed = shape.safeParse(value);
  return parsed.success ? ok(parsed.data) : failed(invalid(problem, parsed.error.issues.slice(0, MOST_ERRORS).map(errorOf)));
}

export interface ShapeError {
  readonly path: string;
  readonly message: string;
}

export const invalid = (problem: 'invalid-report' | 'invalid-request', errors: readonly ShapeError[]): Refusal =>
  refuse(
    problem,
    `Có ${errors.length} chỗ chưa đúng: ${errors
      .slice(0, 3)
      .map(({ path, message }) => `${path || '(toàn bộ)'}: ${message}`)
      .join(' ')}`,
    { members: { errors } },
  );

const errorOf = (issue: z.core.$ZodIssue): ShapeError => ({
  path: issue.path.join('.'),
  message: MESSAGES[issue.code] ?? 'Giá trị không đúng.',
});

/** Vietnamese for the codes of issues; zod's own wording prints English type names. */
const MESSAGES: Readonly<Record<string, string>> = {
  invalid_type: 'Thiếu trường này hoặc sai kiểu.',
  invalid_value: 'Giá trị không có trong danh sách.',
  invalid_format: 'Sai định dạng.',
  too_small: 'Giá trị nhỏ hơn mức cho phép.',
  too_big: 'Giá trị lớn hơn mức cho phép.',
  unrecognized_keys: 'Có trường không dùng.',
  invalid_key: 'Tên không đúng.',
  invalid_union: 'Giá trị không đúng.',
};
