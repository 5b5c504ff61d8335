import type { ExpectedSentence } from './expected-sentence.ts';

const SAVE_AS = 'Mở tệp, chọn Lưu thành (Save As) loại “Excel Workbook (*.xlsx)” rồi gửi lại.';
const SEND_THE_FORM = 'Gửi biểu Phụ lục ở dạng .xlsx.';
const MIB = 1024 * 1024;

/** What is said of files of which nothing can be read, of forms that are another's, and of several files of one agency. */
export const FILE_SENTENCES: readonly ExpectedSentence[] = [
  ['not-a-workbook', { looksLike: 'empty' }, `Tệp rỗng, không có dữ liệu. ${SEND_THE_FORM}`],
  ['not-a-workbook', { looksLike: 'text' }, `Tệp là văn bản thường, không phải bảng tính. ${SEND_THE_FORM}`],
  ['not-a-workbook', { looksLike: 'csv' }, `Tệp là CSV, không phải bảng tính .xlsx. ${SAVE_AS}`],
  ['not-a-workbook', { looksLike: 'html' }, `Tệp là trang web (HTML) đổi tên, không phải bảng tính .xlsx. ${SAVE_AS}`],
  ['not-a-workbook', { looksLike: 'xml-2003' }, `Tệp là bảng tính kiểu XML 2003, không phải .xlsx. ${SAVE_AS}`],
  ['not-a-workbook', { looksLike: 'xls' }, `Tệp là bảng tính kiểu cũ (.xls), không phải .xlsx. ${SAVE_AS}`],
  ['not-a-workbook', { looksLike: 'xlsb' }, `Tệp là bảng tính nhị phân (.xlsb), không phải .xlsx. ${SAVE_AS}`],
  ['not-a-workbook', { looksLike: 'ods' }, `Tệp là bảng tính OpenDocument (.ods), không phải .xlsx. ${SAVE_AS}`],
  ['not-a-workbook', { looksLike: 'word' }, `Tệp là văn bản Word, không phải bảng tính. ${SEND_THE_FORM}`],
  ['not-a-workbook', { looksLike: 'pdf' }, `Tệp là PDF, không phải bảng tính. ${SEND_THE_FORM}`],
  ['not-a-workbook', { looksLike: 'picture' }, `Tệp là ảnh, không phải bảng tính. ${SEND_THE_FORM}`],
  [
    'not-a-workbook',
    { looksLike: 'mail' },
    'Tệp là thư điện tử, không phải bảng tính. Mở thư, lưu tệp biểu .xlsx đính kèm rồi gửi tệp đó.',
  ],
  [
    'not-a-workbook',
    { looksLike: 'lock' },
    'Tệp là tệp tạm của Excel (tên bắt đầu bằng “~$”), không phải bảng tính. Gửi tệp biểu cùng tên không có “~$”.',
  ],
  [
    'not-a-workbook',
    { looksLike: 'libreoffice-lock' },
    'Tệp là tệp khóa của LibreOffice (tên bắt đầu bằng “.~lock.”), không phải bảng tính. Gửi tệp biểu cùng tên không có “.~lock.” và “#”.',
  ],
  [
    'not-a-workbook',
    { looksLike: 'wps-lock' },
    'Tệp là tệp tạm của WPS Office (tên bắt đầu bằng “.~”), không phải bảng tính. Gửi tệp biểu cùng tên không có “.~”.',
  ],
  ['not-a-workbook', { looksLike: 'of-system' }, `Tệp do máy tính tự tạo cạnh các tệp khác, không phải bảng tính. ${SEND_THE_FORM}`],
  [
    'not-a-workbook',
    { looksLike: 'zip' },
    'Tệp là tệp nén, không phải bảng tính. Nếu biểu ở trong tệp nén thì giải nén rồi gửi tệp .xlsx.',
  ],
  ['not-a-workbook', { looksLike: 'unknown' }, `Tệp không phải bảng tính .xlsx. ${SEND_THE_FORM}`],
  ['encrypted', {}, 'Tệp đặt mật khẩu mở nên không đọc được. Mở tệp, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ sổ làm việc), lưu rồi gửi lại.'],
  ['damaged-workbook', { part: 'xl/workbook.xml' }, 'Tệp bị hỏng hoặc tải chưa đủ. Mở lại tệp gốc, lưu thành tệp .xlsx mới rồi gửi lại.'],
  ['damaged-workbook', { part: 'zip' }, 'Tệp bị hỏng hoặc tải chưa đủ. Mở lại tệp gốc, lưu thành tệp .xlsx mới rồi gửi lại.'],
  [
    'over-limits',
    { limit: 'file-bytes', allowed: 10 * MIB },
    'Tệp lớn hơn 10 MB. Xóa hình ảnh và trang tính không thuộc biểu rồi gửi lại.',
  ],
  [
    'over-limits',
    { limit: 'unpacked-bytes', allowed: 100.4 * MIB },
    'Nội dung tệp sau khi giải nén lớn hơn 100 MB. Chép số liệu sang biểu mới rồi gửi lại.',
  ],
  ['over-limits', { limit: 'cells', allowed: 400_000 }, 'Tệp có hơn 400.000 ô. Chép số liệu sang biểu mới rồi gửi lại.'],
  ['over-limits', { limit: 'parts', allowed: 2000 }, 'Tệp có hơn 2.000 phần bên trong. Chép số liệu sang biểu mới rồi gửi lại.'],
  ['unreadable-file', { why: 'not-opened' }, 'Không mở được tệp trên máy này. Kiểm tra tệp còn ở đó và quyền đọc, rồi chạy lại.'],
  ['unreadable-file', { why: 'folder' }, 'Đây là thư mục, không phải tệp. Lấy tệp biểu ở trong thư mục ra, rồi chạy lại.'],
  [
    'unreadable-file',
    { why: 'no-file' },
    'Đây không phải tệp thường (ống dẫn, thiết bị), nên không đọc. Thay bằng tệp biểu .xlsx, rồi chạy lại.',
  ],
  [
    'unreadable-file',
    { why: 'unforeseen' },
    'Chương trình không đọc được tệp này vì lỗi ngoài dự kiến. Mở tệp, lưu thành tệp .xlsx mới rồi thử lại.',
  ],
  [
    'reading-took-too-long',
    {},
    'Đọc tệp này mất quá nhiều thời gian nên đã dừng lại. Tải lại biểu của đơn vị, chép số liệu sang rồi gửi lại.',
  ],
  [
    'identity-missing',
    {},
    'Không tìm thấy thông tin nhận dạng của biểu (trang ẩn “Định danh”), nên không biết biểu của đơn vị nào. Tải lại biểu của đơn vị và chép số liệu sang.',
  ],
  [
    'identity-ambiguous',
    { titles: ['Định danh', 'Định danh (2)'] },
    'Tệp có thông tin nhận dạng khác nhau (trang “Định danh”, “Định danh (2)”), nên không biết biểu của đơn vị nào. Tải lại biểu của đơn vị và chép số liệu sang.',
  ],
  ['identity-other-plan', { found: 'CPS-KT' }, 'Biểu thuộc kế hoạch khác (mã CPS-KT). Tải biểu của kế hoạch này và chép số liệu sang.'],
  ['identity-other-period', { found: '2027', expected: '2026' }, 'Biểu thuộc kỳ “2027”, không phải kỳ 2026. Dùng biểu của kỳ 2026.'],
  ['identity-other-period', { found: '1999', expected: null }, 'Kỳ báo cáo “1999” không thuộc kế hoạch. Tải lại biểu của kỳ cần báo cáo.'],
  ['identity-unknown-agency', { found: 'XA-1' }, 'Không có đơn vị nào mang mã “XA-1”. Tải lại biểu của đơn vị và chép số liệu sang.'],
  [
    'identity-inactive-agency',
    { name: 'Sở Ngoại vụ' },
    'Sở Ngoại vụ không thuộc danh sách đơn vị phải báo cáo. Liên hệ cơ quan tổng hợp nếu đơn vị cần báo cáo.',
  ],
  [
    'identity-other-agency',
    { found: 'Sở Tài chính', expected: 'Sở Nội vụ' },
    'Biểu này là của Sở Tài chính, không phải của Sở Nội vụ. Gửi đúng biểu của đơn vị.',
  ],
  [
    'identity-layout-version',
    { found: '1', expected: '2' },
    'Biểu theo mẫu phiên bản 1, hiện dùng phiên bản 2. Tải biểu mới và chép số liệu sang.',
  ],
  [
    'two-workbooks',
    { files: ['a.xlsx', 'b.xlsx'], counted: 'a.xlsx', workbooks: 1 },
    'Một đơn vị có nhiều tệp giống hệt nhau: “a.xlsx”, “b.xlsx”. Chỉ tính một lần, theo tệp “a.xlsx”.',
  ],
  [
    'two-workbooks',
    { files: ['a.xlsx', 'b.xlsx'], counted: 'a.xlsx', workbooks: 2 },
    'Một đơn vị có nhiều tệp: “a.xlsx”, “b.xlsx”. Tệp lưu sau cùng “a.xlsx” được tính; các tệp khác bỏ qua.',
  ],
  [
    'two-workbooks-unclear',
    { files: ['a.xlsx', 'b.xlsx'] },
    'Một đơn vị có nhiều tệp: “a.xlsx”, “b.xlsx”, không rõ tệp nào lưu sau. Giữ lại một tệp đúng rồi tổng hợp lại.',
  ],
];
