import type { Condition } from './condition.ts';

/**
 * What "Kiểm tra" says when a condition holds: a sentence (errors begin with ✕, warnings with ▲), or further checks that then
 * decide alone. The first condition that holds speaks.
 */
export type Check = readonly [Condition, string | readonly Check[]];

/** What it says when nothing is wrong. */
export const RIGHT = '✓';
/** What it says when a cell of the row shows `#N/A`, `#REF!` or the like. */
export const CELL_ERROR = '✕ Có ô báo lỗi: nhập lại giá trị.';
export const NOT_REPORTED = '▲ Chưa báo cáo.';
export const OTHER_WORD = '✕ Tình trạng: chọn một mục trong danh sách.';
export const REASON_NEEDED = '✕ Nêu lý do chưa có số liệu ở cột Giải trình.';
