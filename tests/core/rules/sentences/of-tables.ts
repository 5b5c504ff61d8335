import type { ExpectedSentence } from './expected-sentence.ts';

/** What is said of sheets, columns, rows and headings, of formulas, and of how a cell looks. */
export const TABLE_SENTENCES: readonly ExpectedSentence[] = [
  [
    'sheet-missing',
    { title: 'Phụ lục I' },
    'Không tìm thấy bảng “Phụ lục I” (hàng tiêu đề có cột “Mã”). Tải lại biểu của đơn vị và chép số liệu sang.',
  ],
  [
    'sheet-copy',
    { counted: 'Phụ lục I' },
    'Trang tính này là bản sao và không được tính; số liệu lấy từ trang “Phụ lục I”. Xóa bản sao nếu không dùng.',
  ],
  [
    'sheet-ambiguous',
    { titles: ['Phụ lục I', 'Phụ lục I (2)'] },
    'Có nhiều trang tính giống nhau: “Phụ lục I”, “Phụ lục I (2)”, không rõ trang nào là biểu. Xóa các bản sao rồi gửi lại.',
  ],
  ['column-missing', { header: 'Mẫu số' }, 'Thiếu cột “Mẫu số”. Khôi phục cột này, hoặc tải lại biểu và chép số liệu sang.'],
  ['column-twice', { header: 'Mẫu số' }, 'Có hai cột “Mẫu số”, không rõ lấy cột nào. Xóa cột thừa.'],
  ['locked-column-missing', { header: 'Đơn vị tính' }, 'Cột “Đơn vị tính” của biểu đã bị xóa. Số liệu vẫn được đọc; nên tải lại biểu.'],
  [
    'heading-differs',
    { text: 'NĂM 2025', expected: '2026' },
    'Tiêu đề biểu ghi “NĂM 2025”, trong khi biểu này là của kỳ 2026. Kiểm tra xem có điền nhầm biểu hoặc chép nhầm số liệu không.',
  ],
  [
    'heading-differs',
    { text: 'UBND xã A', expected: 'Sở số 7' },
    'Tiêu đề biểu ghi “UBND xã A”, trong khi biểu này là của Sở số 7. Kiểm tra xem có điền nhầm biểu hoặc chép nhầm số liệu không.',
  ],
  ['row-missing', {}, 'Dòng I.1.3 đã bị xóa nên tính là chưa báo cáo. Tải lại biểu nếu đơn vị có số liệu của dòng này.'],
  ['row-twice', { first: 'A12' }, 'Dòng I.1.3 xuất hiện hai lần (lần đầu ở ô A12). Xóa dòng thừa.'],
  ['row-unknown', { id: 'PL1.X' }, 'Mã “PL1.X” không có trong kế hoạch. Sửa lại mã, hoặc xóa dòng thêm.'],
  ['row-unknown', { id: null }, 'Dòng này có số liệu nhưng không có mã. Điền mã của dòng trong kế hoạch, hoặc xóa nội dung thừa.'],
  [
    'row-mixed-up',
    { other: 'PL1.I.2.1' },
    'Mã của dòng I.1.3 đứng cạnh nội dung của dòng I.2.1, không rõ số liệu thuộc dòng nào. Trả mã về đúng dòng, hoặc tải lại biểu và chép số liệu sang.',
  ],
  ['row-not-owed', {}, 'Đơn vị không phải báo cáo dòng I.1.3 nên số liệu ở đây không được tính.'],
  ['hidden-rows-read', { count: 1200 }, 'Có 1.200 dòng đang ẩn; các dòng này vẫn được đọc.'],
  ['more-problems', { count: 1200 }, 'Còn 1.200 chỗ khác tương tự. Tải lại biểu của đơn vị và chép số liệu sang.'],
  ['formula', {}, 'Ô Tử số chứa công thức; giá trị đang hiển thị được tính. Nên chép rồi dán dưới dạng giá trị.'],
  [
    'formula-not-calculated',
    {},
    'Công thức ở ô Tử số chưa có kết quả. Mở tệp bằng phần mềm bảng tính, lưu lại rồi gửi, hoặc nhập thẳng giá trị.',
  ],
  ['cell-error', { error: '#REF!' }, 'Ô Tử số đang báo lỗi #REF!. Nhập lại giá trị.'],
  ['merged-input', { area: 'I12:I14' }, 'Các ô I12:I14 bị gộp; giá trị chỉ tính cho dòng đầu tiên. Bỏ gộp ô và nhập từng dòng.'],
  [
    'shown-otherwise',
    { as: 'struck', shown: '' },
    'Nội dung ô Tử số đang bị gạch ngang nhưng vẫn được tính. Xóa nội dung nếu không dùng, hoặc bỏ gạch ngang.',
  ],
  [
    'shown-otherwise',
    { as: 'text', shown: '95' },
    'Định dạng của ô Tử số làm ô hiện “95”, khác với giá trị trong ô; giá trị trong ô được tính. Kiểm tra giá trị và sửa lại định dạng số.',
  ],
  [
    'shown-otherwise',
    { as: 'text', shown: '' },
    'Định dạng của ô Tử số làm ô không hiện gì, khác với giá trị trong ô; giá trị trong ô được tính. Kiểm tra giá trị và sửa lại định dạng số.',
  ],
  ['plan-text-changed', {}, 'Nội dung cột Tử số khác với kế hoạch. Nội dung của kế hoạch được giữ nguyên; số liệu vẫn được tính.'],
  ['locked-cell-changed', {}, 'Ô Tử số không dành để nhập ở dòng này, hoặc công thức của ô đã bị sửa; nội dung ở đây không được tính.'],
];
