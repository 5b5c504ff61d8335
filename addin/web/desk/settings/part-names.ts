import type { PartName } from '../../../../core/plan/merge-settings.ts';

/** What the parts of a period's settings are called where two people have changed the same one. */
export const PART_NAMES: Readonly<Record<PartName, string>> = {
  days: 'ngày chốt, hạn gửi',
  contact: 'đầu mối liên hệ',
  publicCoverage: 'công bố đánh giá',
  honours: 'điểm của danh sách tôn vinh',
  contacts: 'đầu mối của từng đơn vị',
  agencies: 'đơn vị phải báo cáo, tên đơn vị',
  reporters: 'đơn vị phải báo cáo từng chỉ tiêu',
  rules: 'mức độ của quy tắc',
  waivers: 'miễn trừ',
  signing: 'ký và gửi báo cáo',
  reportText: 'câu chữ của báo cáo',
};
