import * as z from 'zod';
import { formatCount } from '../format.ts';
import { NO_FACTS, none, rule } from './rule.ts';

/** A file of which nothing can be read: only another file fixes that. */
const OF_FILE = { severity: 'error', stage: 'file', setting: none, reason: none, fixes: none, live: none, check: none } as const;

/** What a file that is no workbook really is, by its first bytes, or by the name that a program gave it. */
export const FileLook = z.enum([
  'empty',
  'text',
  'csv',
  'html',
  'xml-2003',
  'xls',
  'xlsb',
  'ods',
  'word',
  'pdf',
  'picture',
  'mail',
  'lock',
  'libreoffice-lock',
  'wps-lock',
  'of-system',
  'zip',
  'unknown',
]);
export type FileLook = z.infer<typeof FileLook>;

const LOOKS: Readonly<Record<FileLook, string>> = {
  empty: 'Tệp rỗng, không có dữ liệu',
  text: 'Tệp là văn bản thường, không phải bảng tính',
  csv: 'Tệp là CSV, không phải bảng tính .xlsx',
  html: 'Tệp là trang web (HTML) đổi tên, không phải bảng tính .xlsx',
  'xml-2003': 'Tệp là bảng tính kiểu XML 2003, không phải .xlsx',
  xls: 'Tệp là bảng tính kiểu cũ (.xls), không phải .xlsx',
  xlsb: 'Tệp là bảng tính nhị phân (.xlsb), không phải .xlsx',
  ods: 'Tệp là bảng tính OpenDocument (.ods), không phải .xlsx',
  word: 'Tệp là văn bản Word, không phải bảng tính',
  pdf: 'Tệp là PDF, không phải bảng tính',
  picture: 'Tệp là ảnh, không phải bảng tính',
  mail: 'Tệp là thư điện tử, không phải bảng tính',
  lock: 'Tệp là tệp tạm của Excel (tên bắt đầu bằng “~$”), không phải bảng tính',
  'libreoffice-lock': 'Tệp là tệp khóa của LibreOffice (tên bắt đầu bằng “.~lock.”), không phải bảng tính',
  'wps-lock': 'Tệp là tệp tạm của WPS Office (tên bắt đầu bằng “.~”), không phải bảng tính',
  'of-system': 'Tệp do máy tính tự tạo cạnh các tệp khác, không phải bảng tính',
  zip: 'Tệp là tệp nén, không phải bảng tính',
  unknown: 'Tệp không phải bảng tính .xlsx',
};
const SAVE_AS = 'Mở tệp, chọn Lưu thành (Save As) loại “Excel Workbook (*.xlsx)” rồi gửi lại.';
/** What to do with a file that can be made into the form, or that holds it. */
const WAYS_OUT: Readonly<Partial<Record<FileLook, string>>> = {
  csv: SAVE_AS,
  html: SAVE_AS,
  'xml-2003': SAVE_AS,
  xls: SAVE_AS,
  xlsb: SAVE_AS,
  ods: SAVE_AS,
  mail: 'Mở thư, lưu tệp biểu .xlsx đính kèm rồi gửi tệp đó.',
  lock: 'Gửi tệp biểu cùng tên không có “~$”.',
  'libreoffice-lock': 'Gửi tệp biểu cùng tên không có “.~lock.” và “#”.',
  'wps-lock': 'Gửi tệp biểu cùng tên không có “.~”.',
  zip: 'Nếu biểu ở trong tệp nén thì giải nén rồi gửi tệp .xlsx.',
};

export const notAWorkbook = rule({
  ...OF_FILE,
  id: 'not-a-workbook',
  facts: z.strictObject({ looksLike: FileLook }),
  sentence: ({ looksLike }) => `${LOOKS[looksLike]}. ${WAYS_OUT[looksLike] ?? 'Gửi biểu Phụ lục ở dạng .xlsx.'}`,
  refusal: 'không phải sổ tính .xlsx',
});

export const encrypted = rule({
  ...OF_FILE,
  id: 'encrypted',
  facts: NO_FACTS,
  sentence: () => 'Tệp đặt mật khẩu mở nên không đọc được. Mở tệp, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ sổ làm việc), lưu rồi gửi lại.',
  refusal: 'đặt mật khẩu mở',
});

export const damagedWorkbook = rule({
  ...OF_FILE,
  id: 'damaged-workbook',
  facts: z.strictObject({ part: z.string() }),
  sentence: () => 'Tệp bị hỏng hoặc tải chưa đủ. Mở lại tệp gốc, lưu thành tệp .xlsx mới rồi gửi lại.',
  refusal: 'tệp hỏng',
});

const mib = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;

export const overLimits = rule({
  ...OF_FILE,
  id: 'over-limits',
  facts: z.strictObject({ limit: z.enum(['file-bytes', 'unpacked-bytes', 'cells', 'parts']), allowed: z.number() }),
  sentence: ({ limit, allowed }) =>
    ({
      'file-bytes': `Tệp lớn hơn ${mib(allowed)}. Xóa hình ảnh và trang tính không thuộc biểu rồi gửi lại.`,
      'unpacked-bytes': `Nội dung tệp sau khi giải nén lớn hơn ${mib(allowed)}. Chép số liệu sang biểu mới rồi gửi lại.`,
      cells: `Tệp có hơn ${formatCount(allowed)} ô. Chép số liệu sang biểu mới rồi gửi lại.`,
      parts: `Tệp có hơn ${formatCount(allowed)} phần bên trong. Chép số liệu sang biểu mới rồi gửi lại.`,
    })[limit],
  refusal: 'quá lớn',
});

export const unreadableFile = rule({
  ...OF_FILE,
  id: 'unreadable-file',
  facts: z.strictObject({ why: z.enum(['not-opened', 'folder', 'no-file', 'unforeseen']) }),
  sentence: ({ why }) =>
    ({
      'not-opened': 'Không mở được tệp trên máy này. Kiểm tra tệp còn ở đó và quyền đọc, rồi chạy lại.',
      folder: 'Đây là thư mục, không phải tệp. Lấy tệp biểu ở trong thư mục ra, rồi chạy lại.',
      'no-file': 'Đây không phải tệp thường (ống dẫn, thiết bị), nên không đọc. Thay bằng tệp biểu .xlsx, rồi chạy lại.',
      unforeseen: 'Chương trình không đọc được tệp này vì lỗi ngoài dự kiến. Mở tệp, lưu thành tệp .xlsx mới rồi thử lại.',
    })[why],
  refusal: 'không đọc được',
});

export const readingTookTooLong = rule({
  ...OF_FILE,
  id: 'reading-took-too-long',
  facts: NO_FACTS,
  sentence: () => 'Đọc tệp này mất quá nhiều thời gian nên đã dừng lại. Tải lại biểu của đơn vị, chép số liệu sang rồi gửi lại.',
  refusal: 'đọc quá lâu',
});
