import type { Arrived, PROBLEM_URN, ProblemMembers } from '../../contract/problem-details.ts';
import type { InForce } from '../../contract/receipt.ts';
import type { WireFinding } from '../../contract/wire-finding.ts';

/** Two workbooks of one agency: the one in force, and the one that did not take its place unasked. */
export interface VersionConflict {
  readonly inForce: InForce;
  /** Null where the server did not say. */
  readonly arrived: Arrived | null;
}

/**
 * Why a call gave no answer: nobody reached, no answer in time, no token, or problem details (RFC 9457). `name` is the last part of the
 * problem's type.
 */
export type ApiTrouble =
  | { readonly kind: 'offline' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'late'; readonly seconds: number }
  /** Whoever signed in gets no new token: nothing was asked of the server. */
  | { readonly kind: 'no-token'; readonly why: string }
  | {
      readonly kind: 'problem';
      readonly status: number;
      readonly name: string;
      readonly title: string;
      readonly detail: string;
      readonly requestId: string;
      /** Seconds until it makes sense to ask again; null where the server did not say. */
      readonly retryAfter: number | null;
      readonly findings: readonly WireFinding[];
      /** Where an older or emptier workbook asks whether it may take the place of what is in force. */
      readonly conflict: VersionConflict | null;
    };

/** Whether the same call may well succeed later, so that a draft is kept for it. */
export const isPassing = (trouble: ApiTrouble): boolean => trouble.kind === 'no-token' || passesByItself(trouble);

/** Whether it makes sense to ask again without a person doing anything: a line that broke, a server that is busy or just starting. */
export const passesByItself = (trouble: ApiTrouble): boolean =>
  trouble.kind === 'offline' ||
  trouble.kind === 'late' ||
  (trouble.kind === 'problem' && (trouble.status >= 500 || trouble.status === 429 || trouble.status === 408));

/** Milliseconds that the server asked to be left alone for; null where it did not say. */
export const askedPauseMs = (trouble: ApiTrouble): number | null =>
  trouble.kind === 'problem' && trouble.retryAfter !== null ? trouble.retryAfter * 1000 : null;

/** One sentence or two for a person: what happened, what to do. */
export function troubleText(trouble: ApiTrouble): string {
  if (trouble.kind === 'offline') return 'Không kết nối được với máy chủ. Kiểm tra mạng rồi thử lại; nội dung đang làm vẫn còn.';
  if (trouble.kind === 'late')
    return `Máy chủ chưa trả lời sau ${trouble.seconds} giây: máy chủ đang bận hoặc mạng chậm. Nội dung đang làm vẫn còn.`;
  if (trouble.kind === 'stopped') return 'Đã dừng theo yêu cầu.';
  if (trouble.kind === 'no-token') return trouble.why;
  const code = trouble.status >= 500 && trouble.requestId !== '' ? ` Mã yêu cầu: ${trouble.requestId}.` : '';
  return `${trouble.detail || trouble.title}${code}`;
}

const PREFIX: typeof PROBLEM_URN = 'urn:phuluc:problem:';

const AWAY = 'Máy chủ đang bận hoặc đang khởi động lại; nội dung đang làm vẫn còn.';

/** What a status means where whoever answered (a proxy, a gateway) said nothing that a person can read. */
const BY_STATUS: Readonly<Record<number, string>> = {
  408: 'Máy chủ đợi mà không nhận đủ nội dung; mạng có thể đang chậm. Thử lại.',
  413: 'Tệp hoặc nội dung lớn hơn mức máy chủ nhận (10 MB). Giảm dung lượng rồi gửi lại.',
  429: 'Có quá nhiều yêu cầu trong thời gian ngắn. Chờ ít phút rồi thử lại.',
  502: AWAY,
  503: AWAY,
  504: AWAY,
};
const UNKNOWN = 'Hệ thống tạm thời gián đoạn; đề nghị thử lại sau ít phút.';

/** Reads the problem details of a refusal; whatever a proxy answered in their place is still told. */
export async function troubleOf(response: Response): Promise<ApiTrouble> {
  const json: unknown = await response.json().catch(() => null);
  const body = (json ?? {}) as Partial<Record<string, unknown>>; // members are looked at one by one
  const { findings, inForce, arrived } = body as ProblemMembers; // the same release made them
  const text = (member: string): string => (typeof body[member] === 'string' ? body[member] : '');
  return {
    kind: 'problem',
    status: response.status,
    name: text('type').startsWith(PREFIX) ? text('type').slice(PREFIX.length) : '',
    title: text('title') || 'Hệ thống tạm thời gián đoạn; đề nghị thử lại sau ít phút.',
    detail: text('detail') || (BY_STATUS[response.status] ?? UNKNOWN),
    requestId: text('requestId') || (response.headers.get('x-request-id') ?? ''),
    retryAfter: secondsOf(response.headers.get('retry-after')),
    findings: Array.isArray(findings) ? findings : [],
    conflict: inForce ? { inForce, arrived: arrived ?? null } : null,
  };
}

/** `Retry-After` is seconds or a date (RFC 9110, 10.2.3). */
function secondsOf(header: string | null): number | null {
  if (header === null || header.trim() === '') return null;
  const seconds = /^\s*\d+\s*$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - Date.now()) / 1000);
  return Number.isFinite(seconds) ? Math.max(0, seconds) : null;
}
