import { formatCount } from '../format.ts';
import { WEIGHTS_TOGETHER } from '../honours/weights.ts';
import { type Agencies, agencyName } from '../plan/agency.ts';
import type { SettingsFault } from '../plan/settings-faults.ts';

/** What is wrong with a setting and what to do, as the administrator reads it. */
export function settingsFaultText(one: SettingsFault, agencies: Agencies): string {
  switch (one.fault) {
    case 'no-such-day':
      return 'Không có ngày này trong năm của kỳ báo cáo. Nhập tháng và ngày có thật.';
    case 'unknown-agency':
      return 'Không có đơn vị này trong danh sách đơn vị.';
    case 'unnamed-agency':
      return 'Đơn vị thêm mới cần tên đầy đủ và tên ngắn.';
    case 'unknown-kind':
      return 'Danh sách đơn vị không có loại này.';
    case 'taken-id':
      return 'Mã này đã là mã của một nhóm đơn vị. Chọn mã khác.';
    case 'succeeds-itself':
      return 'Đơn vị không tiếp nhận việc của chính mình.';
    case 'succeeded-reports':
      return 'Đơn vị đã nhập vào đơn vị khác thì không còn phải báo cáo. Tắt đơn vị này trong kỳ.';
    case 'same-name':
      return `Tên này đang là tên của đơn vị ${one.agency}. Ghi tên khác.`;
    case 'unknown-reporter':
      return 'Không có đơn vị hoặc nhóm đơn vị này.';
    case 'unknown-row':
      return 'Không có dòng này trong kế hoạch.';
    case 'no-consolidator':
      return 'Phải còn ít nhất một cơ quan tổng hợp được dùng; nếu không, không ai đổi lại được thiết lập.';
    case 'no-authority':
      return 'Quyền hạn người ký bắt đầu bằng TM., KT., TL., TUQ. hoặc Q., ví dụ “TM. ỦY BAN NHÂN DÂN”. Chức vụ ghi ở ô Chức vụ.';
    case 'nothing-seen':
      return 'Không có chữ nào nhìn thấy được. Nhập nội dung.';
    case 'unknown-field':
      return `Câu này không có trường ${one.text} (ký tự thứ ${formatCount(one.at)}). Dùng các trường đã liệt kê của câu.`;
    case 'open-brace':
      return `Dấu ${one.text} ở ký tự thứ ${formatCount(one.at)} không có cặp. Trường viết trong một cặp ngoặc nhọn, ví dụ {period}.`;
    case 'weights-not-whole':
      return `Điểm tối đa của các phần cộng lại là ${formatCount(one.sum)}, phải là ${formatCount(WEIGHTS_TOGETHER)}.`;
    case 'no-reporter':
      return `Dòng ${one.row} sẽ không còn đơn vị nào phải báo cáo.`;
    case 'stater-lost':
      return `Số liệu dòng ${one.row} lấy theo báo cáo của ${agencyName(agencies, one.agency)}; đơn vị này phải còn báo cáo dòng đó.`;
  }
}
