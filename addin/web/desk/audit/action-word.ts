import type { AuditEntry } from '../../../../contract/audit-entry.ts';
import { shortPeriodName } from '../../../../core/wording/period-names.ts';

const WORDS: Readonly<Record<string, string>> = {
  submit: 'Gửi báo cáo',
  'intake-refused': 'Từ chối tệp nhận thay',
  accept: 'Chấp nhận',
  return: 'Trả lại',
  close: 'Khóa kỳ',
  reopen: 'Mở lại kỳ',
  publish: 'Công bố kết quả',
  open: 'Mở kỳ',
  settings: 'Đổi thiết lập kỳ',
  handout: 'Giao biểu',
  'plan-changed': 'Kế hoạch sửa đổi',
  'code-used': 'Đổi mã dùng một lần lấy mã truy cập',
  'code-revoked': 'Thu hồi mã dùng một lần',
  'key-issued': 'Cấp mã truy cập',
  'key-revoked': 'Thu hồi mã truy cập',
  unreadable: 'Dòng nhật ký không đọc được',
};

/** What was done, in words; an action of a later release is shown as it stands. */
export function actionWord({
  action,
  version,
  intake,
  user,
  from,
}: Pick<AuditEntry, 'action' | 'version' | 'intake' | 'user' | 'from'>): string {
  const word = intake ? 'Nhận tệp thay đơn vị' : (WORDS[action] ?? action);
  if (from !== undefined) return `${word}, theo kỳ ${shortPeriodName(from)}`;
  if (user !== undefined) return `${word} của ${user}`;
  return version === undefined ? word : `${word}, lần ${version}`;
}
