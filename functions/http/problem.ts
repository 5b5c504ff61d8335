import { PROBLEM_URN, type ProblemMembers } from '../../contract/problem-details.ts';
import { PROBLEMS, type ProblemName } from '../../contract/problems.ts';
import { type ApiResponse, MOST_BODY_BYTES } from './api.ts';

/** A refusal on its way to the client; thrown nowhere, returned everywhere. */
export interface Refusal<out Problem extends ProblemName = ProblemName> {
  readonly problem: Problem;
  readonly detail: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly members?: ProblemMembers;
  /** Of a workbook at intake: its time leaves open whether it is older than what is in force. Told to the audit alone. */
  readonly unclear?: true;
}

export const refuse = <Problem extends ProblemName>(
  problem: Problem,
  detail: string,
  more: Omit<Refusal, 'problem' | 'detail'> = {},
): Refusal<Problem> => ({ problem, detail, ...more });

/** Somebody guesses: the seconds to wait. */
export const tooManyTries = (seconds: number): Refusal<'too-many-tries'> =>
  refuse('too-many-tries', `Thử sai quá nhiều lần. Thử lại sau ${seconds} giây.`, { headers: { 'Retry-After': String(seconds) } });

/** More uploads wait to be read than can be read soon. */
export const tooManyWait = (): Refusal<'unavailable'> =>
  refuse('unavailable', 'Nhiều biểu đang chờ đọc. Thử lại sau ít phút; gửi lại với cùng Idempotency-Key.', {
    headers: { 'Retry-After': '5' },
  });

/** The system gives no thread for what is asked, or took it away amid the work. */
export const serverBusy = (): Refusal<'unavailable'> =>
  refuse('unavailable', 'Máy chủ đang bận. Thử lại sau ít phút; gửi lại với cùng Idempotency-Key.', { headers: { 'Retry-After': '5' } });

/** More documents wait to be written than can be written soon. */
export const tooManyDocuments = (): Refusal<'unavailable'> =>
  refuse('unavailable', 'Nhiều tài liệu đang chờ lập. Thử lại sau ít phút.', { headers: { 'Retry-After': '5' } });

const MIB = 1024 * 1024;
const sizeOf = (bytes: number): string => (bytes >= MIB ? `${bytes / MIB} MB` : `${bytes / 1024} KB`);

/** A body over a limit of so many bytes. */
export const tooLarge = (most: number): Refusal<'too-large'> =>
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
    body: JSON.stringify({ type: `${PROBLEM_URN}${problem}`, title, status, detail, requestId, ...members }),
  };
}
