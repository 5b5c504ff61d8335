import type * as z from 'zod';
import type { PathError } from '../../contract/problem-details.ts';
import { abridged } from '../../core/clip-text.ts';
import { formatCount } from '../../core/format.ts';
import { halfPairsIn } from '../../core/half-pairs.ts';
import { JSON_TYPE, XLSX } from '../../core/media-types.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { type ApiRequest, MOST_BODY_BYTES, MOST_JSON_BYTES } from './api.ts';
import { isModestJson } from './modest-json.ts';
import { type Refusal, refuse, tooLarge } from './problem.ts';

/** Faults of a body that are told at once. */
export const MOST_ERRORS = 50;
/** A member that parsers drop without a word, however its letters are escaped: sent only by an attacker. */
const PROTOTYPE = /"(?:_|\\u005[fF]){2}(?:p|\\u0070)(?:r|\\u0072)(?:o|\\u006[fF])(?:t|\\u0074)(?:o|\\u006[fF])(?:_|\\u005[fF]){2}"\s*:/;
/** Only an escape can bring half a surrogate pair into JSON that is UTF-8. */
const SURROGATE = /\\u[dD][89a-fA-F]/;
/** Names of members are the client's own words: no more of one is said back. */
const LONGEST_PATH = 200;

type Invalid = 'invalid-report' | 'invalid-request';

/** The media type of the body, when the route takes it. */
export function mediaType<Accepted extends string>(
  { header }: Pick<ApiRequest, 'header'>,
  accepted: readonly Accepted[],
): Result<Accepted, Refusal<'unsupported-media-type'>> {
  const said = (header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const type = accepted.find((one) => one === said);
  if (type !== undefined) return ok(type);
  return failed(
    refuse('unsupported-media-type', `Gửi nội dung dạng ${accepted.map((one) => (one === XLSX ? '.xlsx' : 'JSON')).join(' hoặc ')}.`),
  );
}

/** The bytes of the body, 10 MiB unless fewer are named; more are refused before they are there. */
export async function readBytes(
  { body }: Pick<ApiRequest, 'body'>,
  most: number = MOST_BODY_BYTES,
): Promise<Result<Uint8Array, Refusal<'too-large'>>> {
  const bytes = await body(most);
  return bytes.length > most ? failed(tooLarge(most)) : ok(bytes);
}

/** The body as the JSON that a route takes. */
export async function readJson<S extends z.ZodType>(
  call: Pick<ApiRequest, 'body'>,
  { bodies }: { readonly bodies: { readonly [JSON_TYPE]: S } },
  mostMembers?: number,
): Promise<Result<z.output<S>, Refusal<'too-large' | 'invalid-request'>>> {
  const bytes = await readBytes(call, MOST_JSON_BYTES);
  return bytes.ok ? parseJson(bytes.value, bodies[JSON_TYPE], 'invalid-request', mostMembers) : bytes;
}

/** Bytes as JSON of a known shape; each fault is given with its path. */
export function parseJson<S extends z.ZodType, Problem extends Invalid>(
  bytes: Uint8Array,
  shape: S,
  problem: Problem,
  mostMembers?: number,
): Result<z.output<S>, Refusal<Problem>> {
  if (!isModestJson(bytes, mostMembers)) return failed(invalid(problem, [{ path: '', message: 'Nội dung có quá nhiều trường.' }]));
  let value: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (PROTOTYPE.test(text)) return failed(invalid(problem, [{ path: '__proto__', message: 'Có trường không dùng.' }]));
    value = JSON.parse(text);
    const halves = SURROGATE.test(text) ? halfPairsIn(value, MOST_ERRORS) : [];
    if (halves.length > 0)
      return failed(
        invalid(
          problem,
          halves.map((path) => ({ path: shortened(path), message: HALF_PAIR })),
        ),
      );
  } catch {
    return failed(invalid(problem, [{ path: '', message: 'Nội dung không phải JSON đúng.' }]));
  }
  const parsed = shape.safeParse(value);
  return parsed.success ? ok(parsed.data) : failed(invalid(problem, shapeErrors(parsed.error)));
}

export const invalid = <Problem extends Invalid>(problem: Problem, errors: readonly PathError[]): Refusal<Problem> =>
  refuse(
    problem,
    `Có ${errors.length} chỗ chưa đúng: ${errors
      .slice(0, 3)
      .map(({ path, message }) => `${path || '(toàn bộ)'}: ${message}`)
      .join(' ')}`,
    { members: { errors: [...errors] } },
  );

/** What does not fit a shape, each with its path. */
export const shapeErrors = ({ issues }: z.ZodError): PathError[] =>
  issues.slice(0, MOST_ERRORS).map((issue) => ({ path: shortened(issue.path.join('.')), message: messageOf(issue) }));

const HALF_PAIR = 'Có ký tự hỏng (nửa cặp ký tự thay thế). Gõ lại nội dung này.';

const BLANK = 'Chưa có nội dung. Ghi nội dung này.';

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_big' && issue.origin === 'string')
    return `Dài hơn ${formatCount(Number(issue.maximum))} ký tự. Rút gọn nội dung này.`;
  if (issue.code === 'too_small' && issue.origin === 'string') return BLANK;
  if (issue.code === 'custom' && issue.params?.isBlank) return BLANK;
  return MESSAGES[issue.code] ?? 'Giá trị không đúng.';
}

const shortened = (path: string): string => abridged(path, LONGEST_PATH);

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
