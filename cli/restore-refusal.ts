import { formatCount } from '../core/format.ts';
import type { RestoreFailure } from '../functions/store/restore.ts';

/** What a refused restore was about; `stores`: ids of the stores whose secrets were tried. */
interface Tried {
  readonly file: string;
  readonly place: string;
  readonly stores: readonly string[];
}

/** Why a backup was not restored, and what to do. */
export function restoreRefusal(why: RestoreFailure | 'damaged' | 'in-use', { file, place, stores }: Tried): string {
  if (why === 'in-use') return `Kho ở ${place} đang được chương trình khác mở. Dừng máy chủ rồi chạy lại.`;
  if (why === 'damaged') return damaged(file);
  switch (why.kind) {
    case 'not-a-backup':
    case 'changed':
      return damaged(file);
    case 'not-empty':
      return `Kho ở ${place} có bản ghi khác ở “${why.row}” nên dừng lại. Khôi phục vào kho chưa có dữ liệu.`;
    case 'spoilt':
      return `Tệp “${file}” có ${formatCount(why.spoilt)} bản ghi không đúng cấu trúc, đầu tiên là “${why.partition} ${why.row}”; kho giữ nguyên. Dùng bản sao lưu khác.`;
    case 'unknown-seal':
      return unknownSeal(file, why.store, stores);
  }
}

const damaged = (file: string): string =>
  `Tệp “${file}” không phải bản sao lưu hoặc đã hỏng, thiếu; kho giữ nguyên. Dùng bản sao lưu khác.`;

function unknownSeal(file: string, store: string | null, stores: readonly string[]): string {
  if (store === null)
    return `Tệp “${file}” không có niêm phong (do bản phần mềm cũ ghi, hoặc đã bị sửa) nên không xác minh được; kho giữ nguyên. Chỉ khi chắc chắn về nguồn gốc tệp: thêm --unverified.`;
  if (stores.includes(store))
    return `Niêm phong của tệp “${file}” không khớp: nội dung đã bị sửa sau khi sao lưu; kho giữ nguyên. Dùng bản sao lưu khác.`;
  return `Tệp “${file}” ghi là của kho ${store}, kho này không có ở đây nên không xác minh được; kho giữ nguyên. Lấy mã niêm phong ở máy có kho đó (phuluc backup-code) rồi thêm --code MÃ; không còn mã và chắc chắn về nguồn gốc tệp: thêm --unverified.`;
}
