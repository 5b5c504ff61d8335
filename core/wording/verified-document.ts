import { formatCount } from '../format.ts';

/** What a check of a report or an appendix workbook came to, in a sentence. */
export const verifiedSentence = (count: number, different: number): string =>
  different === 0
    ? `Khớp: ${formatCount(count)} ô, chỗ có số liệu đều đúng với kết quả tổng hợp.`
    : `${formatCount(different)} chỗ khác với kết quả tổng hợp`;

/** Over what a person has to look at. */
export const uncheckedSentence = (unchecked: number): string => `${formatCount(unchecked)} chỗ không tính lại được, cần người xem`;

/** A text that stands in a file, or should. */
export const quotedOrNone = (text: string | null): string => (text === null ? 'không có' : `“${text}”`);
