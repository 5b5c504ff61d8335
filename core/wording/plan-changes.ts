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
};

/** A change of the plan in one line: "PL1.I.2: đổi tên (mục tiêu, cách tính)". */
export function planChangeText({ row, change, fields }: PlanChange): string {
  const named = [...new Set(fields.map((field) => FIELDS[field] ?? field))];
  const also = named.length > 0 ? ` (${named.join(', ')})` : '';
  return `${row ?? 'Kế hoạch'}: ${CHANGES[change]}${change === 'changed' ? `: ${named.join(', ')}` : also}`;
}

const CHANGES: Readonly<Record<PlanChange['change'], string>> = {
  added: 'dòng mới',
  removed: 'bỏ khỏi kế hoạch',
  ended: 'kết thúc',
  renamed: 'sửa tên',
  changed: 'sửa',
};
