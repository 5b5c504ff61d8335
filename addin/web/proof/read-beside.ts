import type { WorkbookProof } from './workbook-proof.ts';
import type { ToProve } from './worker.ts';

const BROKE: WorkbookProof = {
  kind: 'unread',
  sentence: 'Trình duyệt không đọc được tệp này. Đóng bớt cửa sổ rồi chọn lại tệp, hoặc dùng máy khác.',
};
const UNSAFE_LINE: WorkbookProof = {
  kind: 'unread',
  sentence: 'Trình duyệt chỉ tính được mã SHA-256 trên kết nối an toàn. Mở lại trang bằng địa chỉ bắt đầu bằng “https://”.',
};

/** Reads a workbook in a worker of its own, so that a file of any size freezes nothing. */
export function readBeside(toProve: ToProve): Promise<WorkbookProof> {
  if (!isSecureContext) return Promise.resolve(UNSAFE_LINE);
  const worker = new Worker(PROOF_WORKER, { type: 'module' });
  return new Promise<WorkbookProof>((done) => {
    worker.onmessage = ({ data }: MessageEvent<WorkbookProof>) => done(data);
    worker.onerror = () => done(BROKE);
    worker.postMessage(toProve);
  }).finally(() => worker.terminate());
}
