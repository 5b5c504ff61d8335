/** Every refusal has a name that the client can act on, a status and a title (docs/contract.md, "Errors"; RFC 9457). */
export const PROBLEMS = {
  unauthenticated: { status: 401, title: 'Chưa xác thực' },
  forbidden: { status: 403, title: 'Không có quyền' },
  'not-found': { status: 404, title: 'Không tìm thấy' },
  'no-workbook': { status: 404, title: 'Lần nộp này không có tệp biểu' },
  'method-not-allowed': { status: 405, title: 'Phương thức không dùng được ở địa chỉ này' },
  'invalid-report': { status: 400, title: 'Báo cáo không đúng cấu trúc' },
  'invalid-request': { status: 400, title: 'Yêu cầu không đúng' },
  'idempotency-key-missing': { status: 400, title: 'Thiếu khóa chống gửi trùng' },
  'idempotency-key-reused': { status: 422, title: 'Khóa chống gửi trùng đã dùng cho nội dung khác' },
  'findings-block': { status: 422, title: 'Báo cáo còn lỗi' },
  'not-a-workbook': { status: 422, title: 'Tệp không đọc được' },
  'stale-version': { status: 412, title: 'Đã có lần nộp khác' },
  'precondition-required': { status: 428, title: 'Thiếu điều kiện về lần nộp' },
  'older-workbook': { status: 409, title: 'Tệp cũ hơn lần nộp hiện hành' },
  'emptier-workbook': { status: 409, title: 'Tệp điền ít dòng hơn lần nộp hiện hành' },
  'period-open': { status: 409, title: 'Kỳ báo cáo chưa khóa' },
  'period-closed': { status: 409, title: 'Kỳ báo cáo đã khóa' },
  'too-large': { status: 413, title: 'Nội dung quá lớn' },
  'unsupported-media-type': { status: 415, title: 'Loại nội dung không dùng được' },
  'too-slow': { status: 408, title: 'Gửi quá chậm' },
  'too-many-tries': { status: 429, title: 'Thử sai quá nhiều lần' },
  'too-many-versions': { status: 429, title: 'Gửi quá nhiều lần' },
  'not-supported': { status: 501, title: 'Chưa hỗ trợ' },
  unavailable: { status: 503, title: 'Hệ thống tạm thời chưa phục vụ được' },
  internal: { status: 500, title: 'Lỗi của hệ thống' },
} as const;

export type ProblemName = keyof typeof PROBLEMS;
export const PROBLEM_NAMES = Object.keys(PROBLEMS) as ProblemName[]; // its own keys

/** What any route may come to without its contract naming it: a body over its limit, a server that is busy or broken. */
export type ProblemAnywhere = 'too-large' | 'too-slow' | 'unavailable' | 'internal';
