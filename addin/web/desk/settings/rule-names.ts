import type { RuleId } from '../../../../core/findings/facts.ts';

/** Rules that a period may make milder or stricter, as an official would name them. */
export const RULE_NAMES = {
  'part-within-whole': 'Tử số không lớn hơn mẫu số',
  'both-counts': 'Có đủ tử số và mẫu số',
  'whole-not-zero': 'Mẫu số khác 0 khi có số liệu',
  'figure-needed': 'Có số liệu thì phải có số',
  'nothing-arose-with-figure': 'Không phát sinh thì không có số',
  'no-figure-with-figure': 'Chưa có số liệu thì không có số',
  'no-figure-explained': 'Chưa có số liệu thì phải giải trình',
  'row-left-blank': 'Dòng phải báo cáo không để trống',
  'done-with-evidence': 'Hoàn thành thì có văn bản hoặc liên kết',
  'progress-fits-status': 'Tiến độ khớp với tình trạng',
  'fell-since-last-period': 'Giảm mạnh so với kỳ trước',
  'lead-not-relevant': 'Cơ quan chủ trì duy nhất không chọn Không liên quan',
  'date-ahead': 'Ngày ban hành không sau ngày kiểm tra',
  'changed-hundredfold': 'Mẫu số tăng, giảm 100 lần so với kỳ trước',
} as const satisfies Partial<Record<RuleId, string>>;

/** Rules that one agency may be freed of: those of a period, and those that leave a figure readable. What could not be read stays unread, waived or not. */
export const WAIVABLE_NAMES: Readonly<Partial<Record<RuleId, string>>> = {
  ...RULE_NAMES,
  'nothing-filled': 'Biểu có ít nhất một dòng',
  'row-missing': 'Đủ các dòng phải báo cáo',
  'row-not-owed': 'Chỉ có dòng phải báo cáo',
  'sheet-copy': 'Không có bản sao của trang tính',
  'locked-column-missing': 'Đủ các cột của Kế hoạch',
  'plan-text-changed': 'Không sửa chữ của Kế hoạch',
  'locked-cell-changed': 'Không sửa ô khóa',
  'heading-differs': 'Tiêu đề biểu đúng đơn vị, đúng kỳ',
  'shown-otherwise': 'Ô hiện đúng giá trị được tính',
  'text-is-a-date': 'Ô chữ là chữ, không phải ngày',
  'merged-input': 'Không gộp ô nhập',
  formula: 'Ô nhập không chứa công thức',
  'count-as-text': 'Số đếm là số, không phải chữ',
  'progress-as-text': 'Tiến độ là số, không phải chữ',
  'date-as-text': 'Ngày là ngày, không phải chữ',
  'date-as-number': 'Ngày là ngày, không phải số',
  'same-as-another': 'Không giống hệt báo cáo của đơn vị khác',
  'outweighs-others': 'Mẫu số không lớn hơn tổng của các đơn vị khác',
};
