import { formatCount } from '../../../../../core/format.ts';
import { MOST_FILE_BYTES } from '../../../../../xlsx/read/limits.ts';
import { BOUNDS } from './bounds.ts';
import type { UnpackTrouble } from './unpacked.ts';

const megabytes = (bytes: number): number => bytes / 1024 / 1024;

/** What is wrong with a zip, a mail or something in it, then what to do. */
export const UNPACK_WORDS = {
  damaged: 'Không mở được: tệp bị hỏng hoặc tải chưa đủ. Tải lại rồi chọn lại tệp.',
  locked: 'Tệp đặt mật khẩu. Giải nén rồi chọn các tệp bên trong.',
  'too-many-files': `Bên trong có quá ${formatCount(BOUNDS.files)} tệp. Giải nén rồi chọn cả thư mục.`,
  'too-many-bytes': `Giải nén ra quá ${megabytes(BOUNDS.unpackedBytes)} MB. Giải nén rồi chọn cả thư mục.`,
  'form-too-large': `Biểu lớn hơn ${megabytes(MOST_FILE_BYTES)} MB. Xem lại có đúng là tệp biểu.`,
  'too-deep': 'Nằm trong quá nhiều lớp tệp nén, thư. Mở lớp ngoài rồi chọn lại tệp này.',
  'no-form': 'Không có biểu .xlsx nào bên trong.',
  'too-large': `Tệp lớn hơn ${megabytes(BOUNDS.fileBytes)} MB. Giải nén rồi chọn cả thư mục.`,
  'too-slow': 'Mở tệp này quá lâu. Giải nén rồi chọn các tệp bên trong.',
  'outlook-mail':
    'Đây là thư Outlook (.msg), không mở được tại đây. Mở thư bằng Outlook, kéo tệp đính kèm vào khung trên, hoặc lưu thư dạng .eml rồi chọn lại.',
  stopped: 'Chưa mở: đã dừng trước tệp này. Chọn lại tệp.',
} as const satisfies Record<UnpackTrouble, string>;
