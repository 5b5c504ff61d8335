import type { Report } from '../../../core/report.ts';
import { diffReports } from '../../../core/report-diff.ts';
import { ChangeTable } from '../../ui/change-table.tsx';
import type { Checked } from '../reader/messages.ts';
import type { AgencyPeriod } from './agency-period.ts';

interface Props {
  readonly report: Report;
  readonly rows: Checked['rows'];
  readonly place: AgencyPeriod;
  /** What the report is called beside the version in force: "Tệp này". */
  readonly title: string;
}

/** What would be sent: how many rows are answered, and what differs from the version in force. */
export function Preview({ report, rows, place: { inForce, ground }, title }: Props) {
  const changes = inForce ? diffReports(inForce.report, report, ground.plan) : [];
  return (
    <>
      <p id="rows-filled">
        Đã điền <strong>{rows.filled}</strong>/{rows.owed} dòng đơn vị phải báo cáo
        {rows.blank > 0 && `; ${rows.blank} dòng để trống sẽ tính là chưa báo cáo`}
        {rows.faulty > 0 && `; ${rows.faulty} dòng có lỗi phải sửa`}.
      </p>
      <progress aria-labelledby="rows-filled" max={rows.owed} value={rows.filled} />
      {inForce === null && <p>Đây sẽ là lần nộp đầu tiên của đơn vị trong kỳ.</p>}
      {inForce !== null && changes.length === 0 && (
        <p>
          Nội dung <strong>không khác</strong> lần nộp hiện hành (lần {inForce.version}); không cần gửi lại.
        </p>
      )}
      {inForce !== null && changes.length > 0 && (
        <ChangeTable
          caption={`Khác lần nộp ${inForce.version} ở ${changes.length} ô`}
          changes={changes}
          plan={ground.plan}
          before={`Lần nộp ${inForce.version}`}
          after={title}
        />
      )}
    </>
  );
}
