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
} as const satisfies Partial<Record<RuleId, string>>;
