import type { Trouble, TroubleKind } from '../excel/trouble.ts';

/** What a person should do when Excel did not do it; exhaustive over the kinds. */
const SENTENCES = {
  'structure-protected':
    'Sổ làm việc đang khóa cấu trúc nên không thêm được trang tính. Bỏ khóa ở Xem lại, Bảo vệ sổ làm việc rồi thử lại.',
  'no-answer': 'Excel chưa trả lời sau 30 giây. Chờ Excel xong việc đang làm, xem lại ô vừa sửa rồi thử lại.',
  'cell-edit-mode': 'Đang gõ dở trong một ô. Nhấn Enter hoặc Esc ở ô đó rồi thử lại.',
  protected: 'Ô này nằm ở phần được khóa của trang tính nên không ghi được. Kết quả vẫn hiện ở đây.',
  gone: 'Trang tính hoặc ô này không còn trong sổ làm việc. Bấm “Kiểm tra lại”.',
  'too-large': 'Sổ làm việc quá lớn để đọc tại đây. Lưu tệp và gửi ở trang nộp báo cáo.',
  'not-kept': 'Sổ làm việc không giữ được thông tin này; thông tin chỉ còn trong lúc ngăn này mở.',
  'not-supported': 'Excel trên máy này quá cũ để dùng ngăn. Lưu tệp và gửi ở trang nộp báo cáo.',
  'no-host': 'Ngăn này dùng trong Excel. Mở biểu bằng Excel rồi mở ngăn từ thẻ Phụ lục số, hoặc gửi tệp ở trang nộp báo cáo.',
  failed: 'Excel chưa làm được việc này. Thử lại; nếu vẫn vậy, lưu tệp và gửi ở trang nộp báo cáo.',
} as const satisfies Record<TroubleKind, string>;

export const troubleSentence = ({ kind }: Trouble): string => SENTENCES[kind];

/** What was to be written belongs to a row that stands there no more, or reads otherwise. */
export const CHANGED_MEANWHILE = 'Biểu vừa thay đổi nên chưa ghi gì. Xem lại dòng này rồi bấm lần nữa.';

export const NO_PERIOD = 'Chưa có kỳ báo cáo nào được mở. Liên hệ cơ quan tổng hợp.';
