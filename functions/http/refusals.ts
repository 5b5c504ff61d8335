import { SETTINGS_AFTER_CLOSE } from '../../core/wording/settings-parts.ts';
import { MOST_WORKBOOK_BYTES } from '../reports/keep-workbook.ts';
import { DAY_QUOTA, SHORT_QUOTA } from '../reports/version-quota.ts';
import { type Refusal, refuse } from './problem.ts';

// The refusals that several routes share, each in its one sentence.
type NotFound = Refusal<'not-found'>;

export const forbidden = (): Refusal<'forbidden'> => refuse('forbidden', 'Đơn vị không có quyền xem hoặc làm việc này.');
export const noPeriod = (): NotFound => refuse('not-found', 'Không có kỳ báo cáo này.');
export const noAgency = (): NotFound => refuse('not-found', 'Không có đơn vị này trong danh sách phải báo cáo.');
export const noTable = (): NotFound => refuse('not-found', 'Không có danh sách này. Các danh sách: xem /api/tables.');
export const noRow = (): NotFound => refuse('not-found', 'Không có dòng này trong kế hoạch.');
export const noVersion = (): NotFound => refuse('not-found', 'Không có lần nộp này.');
export const noWorkbook = (): Refusal<'no-workbook'> =>
  refuse('no-workbook', 'Lần nộp này không có tệp biểu: số liệu được gửi trực tiếp, hoặc được nhận trước khi hệ thống giữ tệp.');
export const lostWorkbook = (): NotFound =>
  refuse(
    'not-found',
    'Lần nộp này có tệp biểu, nhưng tệp giữ trong kho không còn nguyên như khi nhận. Số liệu đã nhận không ảnh hưởng. Người quản trị tìm tệp trong bản sao lưu cũ hơn, hoặc xin đơn vị gửi lại tệp gốc.',
  );
export const nothingSent = (): NotFound => refuse('not-found', 'Đơn vị chưa nộp báo cáo.');
export const unreadableVersion = (): NotFound =>
  refuse('not-found', 'Lần nộp này, hoặc lần nộp ngay trước, đang lưu nhưng không đọc được.');
export const unreadableReport = (): NotFound =>
  refuse('not-found', 'Báo cáo đang lưu của đơn vị không đọc được. Đơn vị gửi lại báo cáo; các lần nộp trước vẫn được giữ.');

/** What a closed period takes no more, each told to whoever meant to do it. */
const CLOSED_TO = {
  sending: 'Kỳ báo cáo đã khóa nên không nhận thêm. Liên hệ cơ quan tổng hợp nếu cần mở lại.',
  review: 'Kỳ báo cáo đã khóa nên báo cáo chỉ để xem, không chấp nhận hay trả lại được. Cơ quan tổng hợp mở lại kỳ rồi thẩm định.',
  settings: SETTINGS_AFTER_CLOSE,
  handout: 'Kỳ báo cáo đã khóa nên không giao biểu nữa. Mở lại kỳ này, hoặc giao biểu của kỳ đang mở.',
} as const;
export const periodClosed = (to: keyof typeof CLOSED_TO): Refusal<'period-closed'> => refuse('period-closed', CLOSED_TO[to]);
export const staleVersion = (): Refusal<'stale-version'> =>
  refuse('stale-version', 'Báo cáo trên hệ thống đã có lần nộp khác. Tải lại lần nộp hiện hành, đối chiếu rồi gửi lại.');
export const keyReused = (): Refusal<'idempotency-key-reused'> =>
  refuse('idempotency-key-reused', 'Idempotency-Key này đã dùng cho nội dung khác. Dùng giá trị mới cho lần nộp mới.');
export const reportTooLong = (): Refusal<'too-large'> =>
  refuse('too-large', 'Báo cáo quá dài để lưu và thẩm định. Rút gọn phần giải trình, ghi chú rồi gửi lại.');
export const noRoom = (): Refusal<'too-large'> =>
  refuse(
    'too-large',
    `Các tệp biểu đã nhận của đơn vị trong kỳ này chiếm hơn ${MOST_WORKBOOK_BYTES / (1024 * 1024)} MB. Bỏ hình ảnh, trang tính thừa; nếu vẫn không gửi được, liên hệ cơ quan tổng hợp.`,
  );
export const tooManyVersions = (): Refusal<'too-many-versions'> =>
  mustWait(`Đơn vị vừa gửi quá nhiều lần. Chờ ${SHORT_QUOTA.pauseS} giây rồi gửi lại.`, SHORT_QUOTA.pauseS);
export const tooManyVersionsToday = (): Refusal<'too-many-versions'> =>
  mustWait(`Đơn vị đã gửi quá nhiều lần trong ngày. Chờ ${DAY_QUOTA.pauseS / 60} phút rồi gửi lại.`, DAY_QUOTA.pauseS);
const mustWait = (detail: string, seconds: number): Refusal<'too-many-versions'> =>
  refuse('too-many-versions', detail, { headers: { 'Retry-After': String(seconds) } });
