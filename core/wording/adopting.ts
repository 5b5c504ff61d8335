import type { Unconfirmed } from '../adopting/confirm.ts';
import type { NoPlace } from '../adopting/new-columns.ts';
import type { LineMeaning, Match, MatchDoubt } from '../adopting/recognition.ts';
import { cellName } from '../grid.ts';
import type { RowId } from '../plan/plan.ts';
import { ROW_KEY_HEADER } from '../tables/every-table.ts';
import { citedAs } from './names.ts';

/** The four ways in which a row of the plan can be matched: a sign and a word. */
export const MATCH_WORDS = {
  certain: { sign: '✓', word: 'Khớp' },
  probable: { sign: '▲', word: 'Cần xác nhận' },
  ambiguous: { sign: '▲', word: 'Cần chọn dòng' },
  absent: { sign: '○', word: 'Không thấy' },
} as const satisfies Record<Match['kind'], { readonly sign: string; readonly word: string }>;

/** Why a match is for a person to confirm. */
const DOUBT_WORDS = {
  'text-differs': 'Tên khác bản Kế hoạch vài ký tự.',
  'heading-missing': 'Phía trên không có dòng giai đoạn hoặc nhóm để đối chiếu.',
  'other-heading': 'Dòng nằm dưới giai đoạn hoặc nhóm khác với Kế hoạch.',
  'alike-row': 'Kế hoạch có dòng khác gần như trùng tên; chỉ phân biệt được theo giai đoạn và nhóm.',
  'split-over-rows': 'Tên bị ngắt sang dòng dưới (do ngắt trang).',
} as const satisfies Record<MatchDoubt, string>;

/** What is said of a plan row's match: one sentence each. */
export function matchSentences(match: Match): readonly string[] {
  switch (match.kind) {
    case 'certain':
      return [`Dòng ${match.at} trùng tên, đúng giai đoạn và nhóm.`];
    case 'probable':
      return [`Có thể là dòng ${match.at}.`, ...match.doubts.map((doubt) => DOUBT_WORDS[doubt])];
    case 'ambiguous':
      return match.at.length === 1
        ? [`Dòng ${match.at[0]} có thể là dòng này hoặc một dòng khác trùng tên: chọn đúng dòng.`]
        : [`Các dòng ${match.at.join(', ')} đều có thể là dòng này: chọn một dòng.`];
    case 'absent':
      return ['Không thấy dòng này trong bảng. Nếu đơn vị phải báo cáo, chép dòng này từ Kế hoạch vào bảng rồi nhận diện lại.'];
  }
}

/** What a row of the sheet was taken for. */
export function meaningSentence(meaning: LineMeaning): string {
  switch (meaning.kind) {
    case 'row':
      return meaning.doubts.length === 0
        ? `Dòng ${citedAs(meaning.id)} của Kế hoạch.`
        : `Có thể là dòng ${citedAs(meaning.id)} của Kế hoạch.`;
    case 'ambiguous':
      return meaning.why === 'alike-rows'
        ? `Có thể là một trong các dòng ${cited(meaning.ids)}: Kế hoạch có những dòng trùng hoặc gần trùng tên.`
        : `Dòng ${cited(meaning.ids)} xuất hiện nhiều lần trong bảng.`;
    case 'heading':
      return `Tiêu đề “${meaning.title}”.`;
    case 'header-again':
      return 'Tiêu đề cột lặp lại ở trang sau.';
    case 'continued':
      return `Phần tiếp theo của dòng ${meaning.from}.`;
    case 'unknown-heading':
      return 'Giống một tiêu đề nhưng Kế hoạch không có; các dòng bên dưới cần xác nhận.';
    case 'unlike':
      return 'Không giống dòng nào của Kế hoạch; để nguyên.';
  }
}

/** Why the match cannot be used yet, and what to do. */
export function unconfirmedSentence(reason: Unconfirmed): string {
  switch (reason.kind) {
    case 'undecided':
      return `Còn ${reason.ids.length} dòng chưa xác nhận: ${cited(reason.ids)}. Chọn dòng tương ứng hoặc “Không có trong bảng”.`;
    case 'row-taken-twice':
      return `Dòng ${reason.row} được chọn cho cả ${cited(reason.ids)}. Mỗi dòng trong bảng chỉ ứng với một dòng của Kế hoạch.`;
    case 'no-such-row':
      return `Dòng ${reason.row} chọn cho ${citedAs(reason.id)} không phải là dòng nội dung của bảng. Chọn dòng khác.`;
  }
}

/** Why the form's columns have no place, and what to do. */
export function noPlaceSentence(reason: NoPlace): string {
  switch (reason.kind) {
    case 'no-free-columns':
      return `Trang tính “${reason.sheet}” không còn đủ cột trống bên phải bảng. Xóa bớt cột không dùng rồi thử lại.`;
    case 'own-key-column':
      return `Bảng đã có cột “${ROW_KEY_HEADER}” của đơn vị (ô ${cellName(reason.row, reason.column)}, trang tính “${reason.sheet}”). Đổi tên cột này rồi thử lại.`;
  }
}

const cited = (ids: readonly RowId[]): string => ids.map(citedAs).join(', ');
