import { type ApiResponse, MOST_BODY_BYTES } from './api.ts';

/** Every refusal has a name that the client can act on, a status and a title (contract, "Errors"; RFC 9457). */
export const PROBLEMS = {
  unauthenticated: { status: 401, title: 'Chưa xác thực' },
  forbidden: { status: 403, title: 'Không có quyền' },
  'not-found': { status: 404, title: 'Không tìm thấy' },
  'method-not-allowed': { status: 405, title: 'Phương thức không dùng được ở địa chỉ này' },
  'invalid-report': { status: 400, title: 'Báo cáo không đúng cấu trúc' },
  'invalid-request': { status: 400, title: 'Yêu cầu không đúng' },
  'idempotency-key-missing': { status: 400, title: 'Thiếu khóa chống gửi trùng' },
  'idempotency-key-reused': { status: 422, title: 'Khóa chống gửi trùng đã dùng cho nội dung khác' },
  'findings-block': { status: 422, title: 'Báo cáo còn lỗi' },
  'not-a-workbook': { status: 422, title: 'Tệp không đọc được' },
  'stale-version': { status: 412, title: 'Đã có lần nộp khác' },
  'precondition-required': { status: 428, title: 'Thiếu điều kiện về lần nộp' },
  'older-workbook': { status: 409, title: 'Tệp cũ hơn lần nộp đang có' },
  'emptier-workbook': { status: 409, title: 'Tệp điền ít dòng hơn lần nộp đang có' },
  'period-open': { status: 409, title: 'Kỳ báo cáo chưa khóa' },
  'period-closed': { status: 409, title: 'Kỳ báo cáo đã khóa' },
  'too-large': { status: 413, title: 'Nội dung quá lớn' },
  'unsupported-media-type': { status: 415, title: 'Loại nội dung không dùng được' },
  'too-slow': { status: 408, title: 'Gửi quá chậm' },
  'too-many-tries': { status: 429, title: 'Thử sai quá nhiều lần' },
  'too-many-versions': { status: 429, title: 'Nộp quá nhiều lần' },
  unavailable: { status: 503, title: 'Hệ thống tạm thời chưa phục vụ được' },
  internal: { status: 500, title: 'Lỗi của hệ thống' },
} as const;

export type ProblemName = keyof typeof PROBLEMS;

/** A refusal on its way to the client; thrown nowhere, returned everywhere. */
export interface Refusal {
  readonly problem: ProblemName;
  readonly detail: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Members of the problem's own: `findings`, `errors`. */
  readonly members?: Readonly<Record<string, unknown>>;
}

export const refuse = (problem: ProblemName, detail: string, more: Omit<Refusal, 'problem' | 'detail'> = {}): Refusal => ({
  problem,
  detail,
  ...more,
});

/** Somebody guesses: the seconds to wait. */
export const tooManyTries = (seconds: number): Refusal =>
  refuse('too-many-tries', `Thử sai quá nhiều lần. Thử lại sau ${seconds} giây.`, { headers: { 'Retry-After': String(seconds) } });

/** More uploads wait to be read than can be read soon. */
export const tooManyWait = (): Refusal =>
  refuse('unavailable', 'Nhiều biểu đang chờ đọc. Thử lại sau ít phút; gửi lại với cùng Idempotency-Key.', {
    headers: { 'Retry-After': '5' },
  });
const MIB = 1024 * 1024;
const sizeOf = (bytes: number): string => (bytes >= MIB ? `${bytes / MIB} MB` : `${bytes / 1024} KB`);

/** A body over a limit of so many bytes. */
export const tooLarge = (most: number): Refusal =>
  refuse(
    'too-large',
    `Nội dung gửi lên lớn hơn ${sizeOf(most)}. ${most === MOST_BODY_BYTES ? 'Bỏ hình ảnh, trang tính thừa' : 'Rút gọn'} rồi gửi lại.`,
  );

/** Problem details as they go over the wire; never a stack trace. */
export function problemResponse({ problem, detail, headers, members }: Refusal, requestId: string): ApiResponse {
  const { status, title } = PROBLEMS[problem];
  return {
    status,
    headers: {
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      ...headers,
    },
    body: JSON.stringify({ type: `urn:phuluc:problem:${problem}`, title, status, detail, requestId, ...members }),
  };
}
