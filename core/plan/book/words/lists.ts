import type { ColumnWords } from '../column-words.ts';
import { columnWords, idWords, TT_WORDS } from './common.ts';

/** The lists of the plan but for its rows. */
export const LIST_WORDS: Readonly<Record<string, Readonly<Record<string, ColumnWords>>>> = {
  agencyGroups: {
    id: idWords('XP', 'Mã nhóm không trùng mã đơn vị.'),
    name: columnWords('Tên nhóm', 'Như kế hoạch gọi.', 'UBND các xã, phường'),
    kind: columnWords('Loại đơn vị', 'Nhóm gồm mọi đơn vị của loại này. Ghi loại, hoặc ghi thành viên, không ghi cả hai.', 'xa'),
    members: columnWords('Thành viên', 'Mã hoặc tên từng đơn vị, cách nhau bằng dấu chấm phẩy.', 'SB; X-01', { names: 'agencies' }),
  },
  appendices: {
    id: idWords('B1', 'Chữ in hoa ở đầu. Mã các dòng của bảng bắt đầu bằng mã này.'),
    kind: columnWords('Loại bảng', 'Bảng chỉ tiêu hoặc bảng nhiệm vụ.', 'chỉ tiêu', {
      words: { indicators: 'chỉ tiêu', tasks: 'nhiệm vụ' },
    }),
    sheet: columnWords('Trang tính', 'Tên trang tính của bảng trong tệp này và trong biểu; nhiều nhất 31 ký tự.', 'Biểu 01'),
    heading: columnWords('Tên phụ lục', 'Dòng đầu của bảng.', 'Biểu số 01'),
    title: columnWords('Tiêu đề bảng', 'Chép nguyên văn.', 'DANH MỤC CÁC CHỈ TIÊU'),
    attached: columnWords('Dòng kèm theo', 'Chép nguyên văn.', '(Kèm theo Kế hoạch số 18/KH-UBND)'),
  },
  phases: {
    id: idWords('P1'),
    tt: TT_WORDS,
    title: columnWords('Tên giai đoạn', 'Chép nguyên văn.', 'Giai đoạn 2026-2027'),
    from: columnWords('Từ năm', 'Năm đầu.', '2026'),
    to: columnWords('Đến năm', 'Năm cuối; giai đoạn một năm thì ghi cùng năm.', '2027'),
  },
  groups: {
    id: idWords('A'),
    phase: columnWords('Giai đoạn', 'Mã hoặc tên của giai đoạn.', 'P1', { names: 'phases' }),
    parent: columnWords('Thuộc nhóm', 'Khi nhóm nằm trong một nhóm khác; nhiều nhất ba cấp.', 'B', { names: 'groups' }),
    title: columnWords('Tên nhóm chỉ tiêu', 'Chép nguyên văn.', 'Chính quyền số'),
  },
  sections: {
    id: idWords('I'),
    parent: columnWords('Thuộc mục', 'Khi mục nằm trong một mục khác; nhiều nhất ba cấp.', 'I', { names: 'sections' }),
    title: columnWords('Tên mục nhiệm vụ', 'Chép nguyên văn.', 'Hoàn thiện thể chế'),
  },
  openQuestions: {
    id: idWords('H01'),
    rows: columnWords('Các dòng', 'Mã các dòng của kế hoạch, cách nhau bằng dấu chấm phẩy.', 'B1.A.5; B1.A.6'),
    question: columnWords('Câu hỏi', 'Kế hoạch chưa rõ chỗ nào.', 'Mức giao riêng áp dụng cho cả giai đoạn không?'),
    assumed: columnWords('Đang hiểu là', 'Cách hiểu dùng cho đến khi có trả lời.', 'Có.'),
    change: columnWords('Khi trả lời khác', 'Phải sửa gì.', 'Sửa mức giao riêng của dòng B1.A.5.'),
  },
};
