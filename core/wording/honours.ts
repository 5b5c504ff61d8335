import type { AgencyGroup } from '../plan/agency-groups.ts';

export const HONOURS_TITLE = 'Danh sách xem xét tôn vinh';

/** How the parts make a score; each part says its own rule. */
export const HONOURS_METHOD = [
  'Điểm là tổng điểm các phần áp dụng cho đơn vị, quy về thang 100; tính chính xác, chỉ làm tròn khi hiển thị.',
  'Phần không áp dụng cho đơn vị thì không có trong mẫu số, nên đơn vị không được lợi và không bị thiệt.',
  'Mỗi khối đơn vị xếp riêng. Đơn vị không phải báo cáo dòng nào không xếp hạng.',
  'Bằng điểm thì cùng hạng, hạng sau lùi theo số đơn vị cùng hạng (1, 2, 2, 4); không có tiêu chí phụ để tách. Các đơn vị cùng hạng đứng theo thứ tự của danh sách đơn vị, thứ tự này không nói lên hơn kém.',
] as const;

/** What the list is not. */
export const HONOURS_CAVEAT =
  'Danh sách chỉ để cơ quan tổng hợp tham khảo khi tham mưu tôn vinh; không hiển thị ở trang công khai. Điểm không thay cho thẩm định nội dung báo cáo.';

/** Who is ranked together. */
export const honoursGroupName = (group: Pick<AgencyGroup, 'name'> | null): string => group?.name ?? 'Các đơn vị khác';
