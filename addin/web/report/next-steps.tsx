import { daysBetween } from '../../../core/day.ts';
import { formatDate } from '../../../core/format.ts';
import { useToday } from '../../ui/use-today.ts';
import type { AgencyPeriod } from './agency-period.ts';

/** What comes after sending, and by when. */
export function NextSteps({ place: { ground } }: { readonly place: Pick<AgencyPeriod, 'ground'> }) {
  const { plan, period } = ground;
  const left = daysBetween(useToday(plan.reporting.utcOffset), period.deadline);
  return (
    <>
      <h3>Việc tiếp theo</h3>
      <ol class="next-steps">
        <li>
          In phiếu trình ký hoặc tải báo cáo (.docx) dưới đây, trình ký, gửi {plan.reporting.to} trước hết ngày{' '}
          {formatDate(period.deadline)}
          {left >= 0 ? ` (${left === 0 ? 'hôm nay' : `còn ${left} ngày`}).` : ' (đã quá hạn).'}
        </li>
        <li>
          Cơ quan tổng hợp thẩm định. Nếu trả lại, đơn vị nhận thư (khi đã khai thư điện tử đầu mối) và trang này mở ngay ở các ý kiến.
        </li>
        <li>Cần sửa thì sửa số liệu rồi gửi lại, cho tới khi khóa kỳ: lần nộp sau thay lần nộp này, các lần trước vẫn được lưu.</li>
      </ol>
    </>
  );
}
