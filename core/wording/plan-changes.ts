import type { PlanChange } from '../plan/plan-changes.ts';

const FIELDS: Readonly<Record<string, string>> = {
  name: 'tên',
  renamed: 'tên cũ',
  until: 'ngày kết thúc',
  targetText: 'mục tiêu',
  measure: 'cách tính',
  targets: 'mục tiêu từng kỳ',
  perAgency: 'mức giao riêng',
  reporters: 'đơn vị báo cáo',
  leads: 'cơ quan chủ trì',
  leadsText: 'cơ quan chủ trì',
  implementers: 'cơ quan thực hiện',
  implementersText: 'cơ quan thực hiện',
  coordinators: 'cơ quan phối hợp',
  coordinatorsText: 'cơ quan phối hợp',
  due: 'ngày đến hạn',
  schedule: 'thời hạn',
  timeframeText: 'thời gian thực hiện',
  deliverable: 'sản phẩm',
  every: 'nhịp báo cáo',
  reporting: 'ngày chốt, hạn gửi',
  agencyGroups: 'nhóm đơn vị',
  phases: 'giai đoạn',
  groups: 'nhóm chỉ tiêu',
  sections: 'mục nhiệm vụ',
  title: 'tên kế hoạch',
  number: 'số kế hoạch',
  date: 'ngày ban hành',
  basis: 'căn cứ',
  office: 'cơ quan ban hành',
  thresholds: 'ngưỡng tiến độ',
  appendices: 'bảng của kế hoạch',
  openQuestions: 'câu hỏi mở',
  rows: 'các dòng',
  agencies: 'danh sách đơn vị',
  phase: 'giai đoạn',
  group: 'nhóm',
  section: 'mục',
  tt: 'số thứ tự',
  unitText: 'đơn vị tính',
  optionalLeads: 'cơ quan có thể chủ trì',
  continues: 'nối tiếp dòng',
  note: 'ghi chú',
  openQuestion: 'câu hỏi mở',
  shortName: 'tên gọn',
  kind: 'loại đơn vị',
  active: 'còn dùng',
  roles: 'vai trò',
  defaultReporter: 'báo cáo mặc định',
  submitsFor: 'gửi thay',
  succeeds: 'kế tục',
  governs: 'cơ quan chủ quản',
  place: 'địa danh',
  gsoCode: 'mã hành chính',
  identifier: 'mã định danh',
};

/** A change of the plan in one line: "PL1.I.2: đổi tên (mục tiêu, cách tính)". */
export function planChangeText({ row, agency, change, fields }: PlanChange): string {
  const named = changedFieldNames(fields);
  const also = named.length > 0 ? ` (${named.join(', ')})` : '';
  const what = row ?? (agency === undefined ? 'Kế hoạch' : `Đơn vị ${agency}`);
  const word = (agency === undefined ? CHANGES : AGENCY_CHANGES)[change];
  return `${what}: ${word}${change === 'changed' ? `: ${named.join(', ')}` : also}`;
}

/** What the members of a plan, a row or an agency are called, each name once. */
export const changedFieldNames = (fields: readonly string[]): string[] => [...new Set(fields.map((field) => FIELDS[field] ?? field))];

const CHANGES: Readonly<Record<PlanChange['change'], string>> = {
  added: 'dòng mới',
  removed: 'bỏ khỏi kế hoạch',
  ended: 'kết thúc',
  renamed: 'sửa tên',
  changed: 'sửa',
};

const AGENCY_CHANGES: Readonly<Record<PlanChange['change'], string>> = {
  added: 'đơn vị mới',
  removed: 'bỏ khỏi danh sách',
  ended: 'thôi dùng',
  renamed: 'sửa tên',
  changed: 'sửa',
};
