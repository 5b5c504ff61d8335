import { clipText } from '../clip-text.ts';
import type { Finding } from '../findings/finding.ts';
import type { Fix } from '../fixing/fix.ts';
import type { FixRefusal } from '../fixing/workbook-fix.ts';
import { formatCount, formatDate, formatDecimal } from '../format.ts';
import { fromDecimal } from '../fraction.ts';
import type { Cell } from '../grid.ts';
import { shownText } from '../reading/filled-cell.ts';
import { sentenceOf } from './findings.ts';
import { SEVERITY_WORDS } from './severities.ts';

const LONGEST_QUOTED = 60;
const quoted = (text: string): string => `“${text.length > LONGEST_QUOTED ? `${clipText(text, LONGEST_QUOTED)}…` : text}”`;

/** What a click on the fix does, as its button says. Exhaustive over the kinds of fixes. */
export function offerOf(fix: Fix): string {
  switch (fix.kind) {
    case 'as-number':
      return `Đổi thành số ${formatDecimal(fromDecimal(fix.number), 10)}`;
    case 'as-percent':
      return `Đổi thành ${formatDecimal(fromDecimal(fix.percent), 4)}%`;
    case 'as-date':
      return `Đổi thành ngày ${formatDate(fix.date)}`;
    case 'choose':
      return `Chọn ${quoted(fix.word)}`;
    case 'as-part-and-whole':
      return `Nhập tử số ${formatCount(fix.numerator)}, mẫu số ${formatCount(fix.denominator)}`;
    case 'swap-part-and-whole':
      return `Đổi chỗ tử số, mẫu số (thành ${formatCount(fix.numerator)}/${formatCount(fix.denominator)})?`;
    case 'as-part-of-whole':
      return `${formatDecimal(fromDecimal(fix.percent), 4)}% của ${formatCount(fix.whole)} là ${formatCount(fix.part)}? Nhập tử số ${formatCount(fix.part)}`;
    case 'keep-value':
      return `Bỏ công thức, giữ giá trị ${quoted(fix.shown)}`;
    case 'clear-figures':
      return 'Xóa số liệu của dòng này';
  }
}

/** The note at a fixed cell: what stood there before. */
export function fixedNote(before: Cell | undefined): string {
  if (before?.error) return `Đã sửa: trước là lỗi ${before.error}.`;
  const { value = null } = before ?? {};
  if (before === undefined || value === null)
    return before?.formula ? 'Đã sửa: trước là công thức chưa có kết quả.' : 'Đã sửa: trước để trống.';
  const text = quoted(shownText({ ...before, value }));
  return before.formula ? `Đã sửa: trước là công thức, kết quả ${text}.` : `Đã sửa: trước là ${text}.`;
}

/** The note at a cell that is still to be looked at. */
export const findingNote = (finding: Finding): string => `${SEVERITY_WORDS[finding.severity]}: ${sentenceOf(finding)}`;

/** Why a workbook cannot be fixed here, and what to do. Exhaustive over the refusals. */
export function refusalSentence(refusal: FixRefusal): string {
  switch (refusal.kind) {
    case 'not-readable':
      return sentenceOf(refusal.finding);
    case 'signed':
      return 'Tệp đã ký số; sửa ở đây sẽ làm mất chữ ký. Sửa trong phần mềm bảng tính, ký lại rồi gửi.';
    case 'no-such-cell':
      return `Không tìm thấy ô ${refusal.cell} ở trang tính “${refusal.sheet}” để sửa. Chọn lại tệp rồi thử lại.`;
    case 'in-array':
      return `Ô ${refusal.cell} ở trang tính “${refusal.sheet}” thuộc một công thức mảng nên không sửa riêng được. Mở tệp bằng phần mềm bảng tính, bỏ công thức mảng rồi nhập lại.`;
  }
}
