import { MOST_BODY_BYTES } from '../../functions/http/api.ts';
import { type Refusal, refuse, tooLarge } from '../../functions/http/problem.ts';

/** Why a body is not there: over the limit, it came too slowly, too much is held already, the client went, the host stops. */
export type NoBody = 'too-large' | 'too-slow' | 'crowded' | 'gone' | 'stopping';

/** What the host itself refuses, before a function is asked; the same problems and words as the functions' own. */
export const notFound = (): Refusal => refuse('not-found', 'Không có địa chỉ này. Xem danh sách địa chỉ tại /api/openapi.json.');
export const badAddress = (): Refusal =>
  refuse('invalid-request', 'Địa chỉ gửi đến không đúng dạng. Kiểm tra lại các ký tự trong địa chỉ.');
export const badHost = (): Refusal =>
  refuse('invalid-request', 'Tên máy chủ trong yêu cầu (Host) không đúng dạng, hoặc khác tên trong địa chỉ gửi đến.');
export const twoCredentials = (): Refusal =>
  refuse('invalid-request', 'Yêu cầu có hai phần Authorization nên không rõ ai gửi. Chỉ gửi một mã truy cập.');
export const badBytes = (): Refusal => refuse('invalid-request', 'Yêu cầu không đúng dạng HTTP.');
export const headTooLong = (): Refusal => refuse('invalid-request', 'Địa chỉ hoặc phần đầu của yêu cầu quá dài.');
export const headTooSlow = (): Refusal => refuse('too-slow', 'Yêu cầu gửi quá chậm nên chưa nhận. Kiểm tra đường truyền rồi gửi lại.');
export const crashed = (): Refusal =>
  refuse('internal', 'Hệ thống gặp lỗi khi xử lý. Hãy thử lại; nếu vẫn lỗi, báo quản trị viên kèm mã yêu cầu (requestId).');

export const otherMethod = (allowed: readonly string[]): Refusal =>
  refuse('method-not-allowed', `Địa chỉ này chỉ dùng với phương thức ${[...new Set(allowed)].join(', ')}.`, {
    headers: { Allow: [...new Set(allowed)].join(', ') },
  });

const AGAIN = { headers: { 'Retry-After': '5' } };
export const stopping = (): Refusal =>
  refuse('unavailable', 'Hệ thống đang dừng. Hãy gửi lại sau ít phút, với cùng khóa chống gửi trùng.', AGAIN);

/** What a client is told whose body was not taken; `gone`: nobody is there to be told, but the log says it. */
export function withoutBody(why: NoBody): Refusal {
  switch (why) {
    case 'too-large':
      return tooLarge(MOST_BODY_BYTES);
    case 'too-slow':
    case 'gone':
      return refuse(
        'too-slow',
        'Nội dung gửi lên quá chậm hoặc bị ngắt giữa chừng nên chưa nhận. Kiểm tra đường truyền rồi gửi lại, với cùng khóa chống gửi trùng.',
      );
    case 'crowded':
      return refuse(
        'unavailable',
        'Đang có quá nhiều tệp gửi lên cùng lúc. Hãy gửi lại sau ít giây, với cùng khóa chống gửi trùng.',
        AGAIN,
      );
    case 'stopping':
      return stopping();
  }
}
