import { type Refusal, refuse } from '../../functions/http/problem.ts';
import { tooLarge } from '../../functions/http/read-body.ts';
import type { NoBody } from './read-body.ts';

/** What the host itself refuses, before a function is asked; the same problems and words as the functions' own. */
export const notFound = (): Refusal => refuse('not-found', 'Không có địa chỉ này. Xem danh sách địa chỉ tại /api/openapi.json.');
export const badAddress = (): Refusal =>
  refuse('invalid-request', 'Địa chỉ gửi đến không đúng dạng. Kiểm tra lại các ký tự trong địa chỉ.');
export const crashed = (): Refusal =>
  refuse('internal', 'Hệ thống gặp lỗi khi xử lý. Hãy thử lại; nếu vẫn lỗi, báo quản trị viên kèm mã yêu cầu (requestId).');

export const otherMethod = (allowed: readonly string[]): Refusal =>
  refuse('method-not-allowed', `Địa chỉ này chỉ dùng với phương thức ${[...new Set(allowed)].join(', ')}.`, {
    headers: { Allow: [...new Set(allowed)].join(', ') },
  });

const AGAIN = { headers: { 'Retry-After': '5' } };
export const stopping = (): Refusal =>
  refuse('unavailable', 'Hệ thống đang dừng. Hãy gửi lại sau ít phút, với cùng khóa chống gửi trùng.', AGAIN);

/** What a client is told whose body was not taken; null where nobody is there to be told. */
export function withoutBody(why: NoBody): Refusal | null {
  switch (why) {
    case 'too-large':
      return tooLarge();
    case 'stalled':
      return refuse('invalid-request', 'Nội dung gửi lên bị ngắt giữa chừng nên chưa nhận. Kiểm tra đường truyền rồi gửi lại.');
    case 'crowded':
      return refuse(
        'unavailable',
        'Đang có quá nhiều tệp gửi lên cùng lúc. Hãy gửi lại sau ít giây, với cùng khóa chống gửi trùng.',
        AGAIN,
      );
    case 'stopping':
      return stopping();
    case 'gone':
      return null;
  }
}
