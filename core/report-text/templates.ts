import type { Period } from '../plan/period.ts';
import { periodName, shortPeriodName } from '../wording/period-names.ts';
import { reportTemplate } from './template.ts';

const COUNTS = {
  count: 'số lượng',
  verdicts: 'số lượng theo từng mức đánh giá',
};

const PERIOD_FIELDS = {
  period: 'kỳ báo cáo, viết ngắn: “2026”, “quý II năm 2026”',
  periodName: 'kỳ báo cáo: “năm 2026”, “quý II năm 2026”',
};

/** What stands for the fields of a period. */
export const periodFields = (period: Period) => ({ period: shortPeriodName(period), periodName: periodName(period) });

/**
 * The sentences of the province's report in their usual wording. Order and phrases follow the yearly reports of provincial People's
 * Committees; every figure comes from the matrix. Administrators change them by settings (`reportText`).
 */
export const REPORT_TEMPLATES = {
  abstract: reportTemplate({
    about: 'Trích yếu của báo cáo',
    text: 'Kết quả thực hiện {plan} {periodName}',
    fields: { plan: 'tên kế hoạch', ...PERIOD_FIELDS },
  }),
  opening: reportTemplate({
    about: 'Câu mở đầu',
    text: 'Thực hiện {plan} (Kế hoạch số {number} ngày {date}), {issuer} báo cáo kết quả thực hiện {periodName} như sau:',
    fields: {
      plan: 'tên kế hoạch',
      number: 'số, ký hiệu kế hoạch',
      date: 'ngày ban hành kế hoạch',
      issuer: 'đơn vị báo cáo',
      ...PERIOD_FIELDS,
    },
  }),
  received: reportTemplate({
    about: 'Tình hình gửi báo cáo',
    text: 'Tính đến {asOf}, có {received}/{obliged} cơ quan, đơn vị, địa phương gửi báo cáo, đạt tỷ lệ {rate}. Hạn gửi báo cáo là ngày {deadline}; số liệu được chốt đến ngày {cutOff}.',
    fields: {
      asOf: 'thời điểm tổng hợp',
      received: 'số đơn vị đã gửi',
      obliged: 'số đơn vị phải gửi',
      rate: 'tỷ lệ đã gửi',
      deadline: 'hạn gửi',
      cutOff: 'ngày chốt số liệu',
    },
  }),
  onTime: reportTemplate({
    about: 'Số báo cáo gửi đúng hạn, sau hạn',
    text: 'Trong số báo cáo đã nhận, {onTime} báo cáo gửi đúng hạn, {late} báo cáo gửi sau hạn.',
    fields: { onTime: 'số báo cáo đúng hạn', late: 'số báo cáo sau hạn' },
  }),
  group: reportTemplate({
    about: 'Tình hình gửi báo cáo của một nhóm đơn vị',
    text: '{group}: {received}/{obliged} đơn vị đã gửi báo cáo, đạt {rate}.',
    fields: { group: 'tên nhóm', received: 'số đơn vị đã gửi', obliged: 'số đơn vị phải gửi', rate: 'tỷ lệ đã gửi' },
  }),
  silent: reportTemplate({
    about: 'Các đơn vị chưa gửi báo cáo',
    text: 'Còn {count} đơn vị chưa có báo cáo: {names}.',
    fields: { count: 'số đơn vị', names: 'tên các đơn vị' },
  }),
  indicators: reportTemplate({
    about: 'Kết quả chung của các chỉ tiêu',
    text: 'Về chỉ tiêu: có {count} chỉ tiêu đến kỳ báo cáo, gồm {verdicts}.',
    fields: COUNTS,
  }),
  change: reportTemplate({
    about: 'So với kỳ báo cáo trước',
    text: 'Số chỉ tiêu đạt mục tiêu: {now} chỉ tiêu, kỳ báo cáo {beforeName} là {earlier} chỉ tiêu.',
    fields: {
      now: 'số chỉ tiêu đạt kỳ này',
      before: 'kỳ trước, viết ngắn',
      beforeName: 'kỳ trước, ví dụ “năm 2026”, “quý II năm 2026”',
      earlier: 'số chỉ tiêu đạt kỳ trước',
    },
  }),
  tasks: reportTemplate({
    about: 'Kết quả chung của các nhiệm vụ',
    text: 'Về nhiệm vụ, giải pháp: kế hoạch giao {count} nhiệm vụ, gồm {verdicts}.',
    fields: COUNTS,
  }),
  indicatorGroup: reportTemplate({
    about: 'Kết quả của một nhóm chỉ tiêu',
    text: 'Có {count} chỉ tiêu đến kỳ báo cáo, gồm {verdicts}.',
    fields: COUNTS,
  }),
  indicator: reportTemplate({
    about: 'Kết quả của một chỉ tiêu',
    text: '{name}: {result}; mục tiêu {target}; {assessment}{change}.',
    fields: {
      name: 'tên chỉ tiêu',
      result: 'kết quả',
      target: 'mục tiêu',
      assessment: 'đánh giá, mức còn thiếu',
      change: 'tăng, giảm so với kỳ trước (có dấu chấm phẩy đứng trước; trống nếu không có kỳ trước)',
    },
  }),
  indicatorWithoutResult: reportTemplate({
    about: 'Chỉ tiêu chưa có kết quả',
    text: '{name}: mục tiêu {target}; {assessment}.',
    fields: { name: 'tên chỉ tiêu', target: 'mục tiêu', assessment: 'đánh giá' },
  }),
  nearest: reportTemplate({
    about: 'Chỉ tiêu đạt nhưng sát mục tiêu',
    text: 'Chỉ tiêu đạt nhưng sát mục tiêu, cần tiếp tục theo dõi: {rows}.',
    fields: { rows: 'tên các chỉ tiêu, kết quả' },
  }),
  tasksOfVerdict: reportTemplate({
    about: 'Tiêu đề của các nhiệm vụ cùng tình hình',
    text: '{verdict} ({count} nhiệm vụ)',
    fields: { verdict: 'tình hình', count: 'số nhiệm vụ' },
  }),
  tasksOfSection: reportTemplate({
    about: 'Số nhiệm vụ đang thực hiện của một mục',
    text: '{section}: {count} nhiệm vụ.',
    fields: { section: 'tên mục', count: 'số nhiệm vụ' },
  }),
  task: reportTemplate({
    about: 'Tình hình của một nhiệm vụ',
    text: '{name}: {why}',
    fields: { name: 'tên nhiệm vụ', why: 'tình hình, lý do' },
  }),
  taskName: reportTemplate({
    about: 'Một nhiệm vụ đã hoàn thành',
    text: '{name} (chủ trì: {leads}).',
    fields: { name: 'tên nhiệm vụ', leads: 'cơ quan chủ trì' },
  }),
  provisional: reportTemplate({
    about: 'Chỉ tiêu có số liệu tạm tính',
    text: 'Có {count} chỉ tiêu mới tạm tính kết quả do còn đơn vị chưa có số liệu.',
    fields: { count: 'số chỉ tiêu' },
  }),
  shortfall: reportTemplate({
    about: 'Chỉ tiêu chưa đạt và lý do',
    text: '{name}: {why}',
    fields: { name: 'tên chỉ tiêu', why: 'mức còn thiếu, đơn vị làm giảm kết quả' },
  }),
  quote: reportTemplate({
    about: 'Giải trình của một đơn vị',
    text: '{agency} giải trình: “{text}”',
    fields: { agency: 'tên đơn vị', text: 'nguyên văn giải trình' },
  }),
  proposals: reportTemplate({
    about: 'Đề xuất, kiến nghị (mỗi dòng một đoạn)',
    text: 'Đối với các bộ, ngành Trung ương: […]\nĐối với các cơ quan, đơn vị, địa phương: […]',
    fields: {},
  }),
  closing: reportTemplate({
    about: 'Câu kết',
    text: 'Trên đây là báo cáo kết quả thực hiện {periodName} của {issuer}; số liệu chi tiết tại các phụ lục kèm theo./.',
    fields: { ...PERIOD_FIELDS, issuer: 'đơn vị báo cáo' },
  }),
} as const;

export type ReportTemplateId = keyof typeof REPORT_TEMPLATES;
