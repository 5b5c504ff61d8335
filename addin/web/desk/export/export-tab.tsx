import { XLSX } from '../../../../core/media-types.ts';
import { shortPeriodName } from '../../../../core/wording/period-names.ts';
import { ActOutcome } from '../../../ui/act-outcome.tsx';
import { useAct } from '../../../ui/use-act.ts';
import type { DeskProps } from '../desk-props.ts';
import { DownloadButton } from '../download-button.tsx';
import { CheckFile } from './check-file.tsx';

/** Everything that goes out: the tables to sign, the matrix for other programs. */
export function ExportTab({ api, period, periodLine, plan, matrix }: DeskProps) {
  const act = useAct();
  const { obliged, received } = matrix.agencies;
  const tables = plan.appendices.map(({ heading }) => heading).join(', ');
  const files = [
    {
      name: `bao-cao-${period}.docx`,
      title: 'Báo cáo chung để trình ký',
      told: `Báo cáo theo thể thức kèm ${tables}; lời văn lập từ ma trận, phần đề xuất để trống. Người ký, nơi nhận: ở Quản trị, Thiết lập kỳ.`,
      ask: () => api.periodReport(period),
    },
    {
      name: `bao-cao-kem-danh-sach-${period}.docx`,
      title: 'Báo cáo kèm danh sách đơn vị',
      told: 'Cùng báo cáo, thêm một phụ lục: tên các đơn vị nêu văn bản, sản phẩm của từng nhiệm vụ.',
      ask: () => api.periodReport(period, { names: 'with' }),
    },
    {
      name: `bao-cao-kem-nguon-goc-${period}.docx`,
      title: 'Báo cáo kèm nguồn gốc số liệu',
      told: 'Cùng báo cáo, thêm một phụ lục: mỗi số liệu lấy từ đơn vị nào, tệp, trang tính, ô, lần nộp, người gửi, biên nhận. Nhiều trang, nên in khi cần đối chiếu.',
      ask: () => api.periodReport(period, { sources: 'with' }),
    },
    {
      name: `phu-luc-tong-hop-${period}.xlsx`,
      title: 'Phụ lục tổng hợp để trình ký',
      told: `${tables} theo thể thức, kèm ma trận, chỉ tiêu chưa đạt, tình hình báo cáo và nguồn số liệu.`,
      ask: () => api.appendix(period),
    },
    {
      name: `ma-tran-${period}.csv`,
      title: 'Ma trận, dạng CSV',
      told: 'Mỗi dòng một ô của ma trận, cho phần mềm khác.',
      ask: () => api.matrixFile(period, 'text/csv'),
    },
    {
      name: `ma-tran-${period}.xlsx`,
      title: 'Ma trận, dạng sổ tính',
      told: 'Cùng sổ tính với phụ lục, lấy từ số liệu hiện có.',
      ask: () => api.matrixFile(period, XLSX),
    },
    {
      name: `ma-tran-${period}.json`,
      title: 'Ma trận, dạng JSON',
      told: 'Đủ kết quả, đánh giá, lý do và nguồn; dùng làm số liệu gốc cho kỳ sau.',
      ask: () => api.matrixFile(period, 'application/json'),
    },
  ];
  return (
    <>
      <h2>Xuất kết quả kỳ {shortPeriodName(period)}</h2>
      <p>
        Số liệu của {received}/{obliged} đơn vị.{' '}
        {periodLine.state === 'closed'
          ? 'Kỳ đã khóa: số liệu không đổi nữa.'
          : 'Kỳ đang mở: tệp lấy số liệu tại thời điểm tải; khóa kỳ trước khi trình ký.'}
      </p>
      <ActOutcome act={act} />
      <ul class="exports">
        {files.map((file, k) => (
          <li key={file.name}>
            <DownloadButton file={file} act={act} isMain={k === 0} />
            <p class="quiet">{file.told}</p>
          </li>
        ))}
      </ul>
      <CheckFile key={period} api={api} period={period} />
    </>
  );
}
