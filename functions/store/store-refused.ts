import { basename } from 'node:path';
import { StoreUnavailable } from './table.ts';

/**
 * Why an embedded store is not opened. `served`: a server has it; `missing`, `empty`: its file is gone or holds nothing, where one was;
 * `log-missing`: what was acknowledged last stood in a write-ahead log that is gone; `other-store`: the file is another store's;
 * `damaged`: SQLite finds it inconsistent. `other-plan`: it holds reports of another plan than the server was started with.
 * `plan-unreadable`: the plan that was confirmed on the desk cannot be read any more.
 */
export type StoreFault = 'served' | 'missing' | 'empty' | 'log-missing' | 'other-store' | 'damaged' | 'other-plan' | 'plan-unreadable';

/** A store that must not be opened as it stands, nor made anew. The message is a sentence for whoever runs the server. */
export class StoreRefused extends StoreUnavailable {
  readonly fault: StoreFault;

  constructor(fault: StoreFault, path: string, details = '') {
    super(sentenceOf(fault, path, details));
    this.fault = fault;
  }
}

const NEXT = 'Không tạo kho mới để khỏi mất dữ liệu. Cách xử lý: docs/van-hanh.md, mục 11';

function sentenceOf(fault: StoreFault, path: string, details: string): string {
  const name = basename(path);
  switch (fault) {
    case 'served':
      return `Một máy chủ khác đang dùng kho dữ liệu “${path}”. Mỗi thư mục dữ liệu chỉ một máy chủ: dừng máy chủ kia, hoặc đặt PHULUC_DATA là thư mục khác`;
    case 'missing':
      return `Tệp dữ liệu “${path}” không còn, trong khi thư mục cho thấy đã từng có kho (${details}). ${NEXT}`;
    case 'empty':
      return `Tệp dữ liệu “${path}” rỗng (0 byte). ${NEXT}`;
    case 'log-missing':
      return `Thiếu tệp “${name}-wal” cạnh “${path}”: các báo cáo nhận sau cùng nằm trong tệp đó. ${NEXT}`;
    case 'other-store':
      return `Tệp dữ liệu “${path}” là của một kho khác với kho đã chạy ở thư mục này. ${NEXT}`;
    case 'other-plan':
      return `Kho dữ liệu đang giữ báo cáo của kế hoạch “${path}”, khác với kế hoạch “${details}” mà máy chủ được khởi động. Khởi động với kế hoạch “${path}” (--plan, --agencies hoặc PHULUC_PLAN, PHULUC_AGENCIES), hoặc đặt PHULUC_DATA là thư mục khác`;
    case 'plan-unreadable':
      return `Kế hoạch “${path}” đã xác nhận trên trang dành cho cơ quan tổng hợp đang lưu nhưng không đọc được. Khôi phục từ bản sao lưu; hoặc dùng lại kế hoạch của tệp bằng lệnh phuluc plan reset --reason LÝ-DO`;
    case 'damaged':
      return `Tệp dữ liệu “${path}” bị hỏng (${details}). ${NEXT}`;
  }
}
