import type { WireFinding } from './answers.ts';

/** Why a call gave no answer: nobody reached, no token, or problem details (RFC 9457). `name` is the last part of the problem's type. */
export type ApiTrouble =
  | { readonly kind: 'offline' }
  | { readonly kind: 'stopped' }
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
    };

/** Whether the same call may well succeed later, so that a draft is kept for it. */
export const isPassing = (trouble: ApiTrouble): boolean =>
  trouble.kind === 'offline' ||
  trouble.kind === 'no-token' ||
  (trouble.kind === 'problem' && (trouble.status >= 500 || trouble.status === 429));

/** One sentence or two for a person: what happened, what to do. */
export function troubleText(trouble: ApiTrouble): string {
  if (trouble.kind === 'offline') return 'Không kết nối được với máy chủ. Kiểm tra mạng rồi thử lại; nội dung đang làm vẫn còn.';
  if (trouble.kind === 'stopped') return 'Đã dừng theo yêu cầu.';
  if (trouble.kind === 'no-token') return trouble.why;
  const code = trouble.status >= 500 && trouble.requestId !== '' ? ` Mã yêu cầu: ${trouble.requestId}.` : '';
  return `${trouble.detail || trouble.title}${code}`;
}

const PREFIX = 'urn:phuluc:problem:';

/** Reads the problem details of a refusal; whatever a proxy answered in their place is still told. */
export async function troubleOf(response: Response): Promise<ApiTrouble> {
  const body: Partial<Record<string, unknown>> = await response.json().catch(() => ({}));
  const text = (member: string): string => (typeof body[member] === 'string' ? body[member] : '');
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  return {
    kind: 'problem',
    status: response.status,
    name: text('type').startsWith(PREFIX) ? text('type').slice(PREFIX.length) : '',
    title: text('title') || 'Máy chủ không phục vụ được yêu cầu.',
    detail: text('detail') || 'Máy chủ không phục vụ được yêu cầu. Thử lại sau ít phút.',
    requestId: text('requestId') || (response.headers.get('x-request-id') ?? ''),
    retryAfter: Number.isFinite(retryAfter) ? retryAfter : null,
    findings: Array.isArray(body.findings) ? (body.findings as WireFinding[]) : [], // the same release made them
  };
}
