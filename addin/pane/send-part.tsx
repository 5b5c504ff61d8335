import { useMemo } from 'preact/hooks';
import type { Receipt } from '../../contract/receipt.ts';
import { agencyName } from '../../core/plan/agency.ts';
import { diffReports } from '../../core/report-diff.ts';
import type { WorkbookPort } from '../excel/port.ts';
import { ChangeTable } from '../ui/change-table.tsx';
import { momentText } from '../ui/moment.ts';
import { Notice } from '../ui/notice.tsx';
import { ReceiptCard } from '../ui/receipt.tsx';
import type { CheckedForm } from './check-form.ts';
import type { FormEvent, FormState } from './form-state.ts';
import { readReceipt } from './kept-receipt.ts';
import { overTheirs } from './load-situation.ts';
import type { Delivering } from './use-delivery.ts';
import { useExcelAnswer } from './use-excel-answer.ts';

interface Props {
  readonly form: FormState;
  readonly checked: CheckedForm | null;
  readonly port: WorkbookPort;
  readonly dispatch: (event: FormEvent) => void;
  readonly delivering: Delivering;
}

/** Sending: what would be sent beside what is in force, the button with its reason where it is shut, and what became of it. */
export function SendPart({ form, checked, port, dispatch, delivering }: Props) {
  const { delivery, keptReceipt, situation } = form;
  const { ground, inForce, session } = situation;
  const { agency } = situation.checkContext;
  const isForOther = agency !== session.me.agency;
  const { plan, agencies } = ground;
  const nameOf = (id: string): string => agencyName(agencies, id);
  const report = checked?.reading.report ?? null;
  const changes = useMemo(() => (report ? diffReports(inForce?.report ?? null, report, plan) : []), [inForce, report, plan]);
  const errors = checked?.findings.filter(({ severity }) => severity === 'error').length ?? 0;
  const isUnderWay = delivery.kind === 'reading' || delivery.kind === 'under-way';
  useExcelAnswer(
    () => readReceipt(port, inForce),
    (receipt) => dispatch({ kind: 'kept-receipt-read', receipt }),
    [port, inForce],
  );

  const ofReceipt = (receipt: Receipt) => ({
    receipt,
    plan,
    agency: nameOf(receipt.agency),
    by: nameOf(receipt.by),
    // A pane prints nothing in some of Office's web views (OfficeDev/office-js issue 3385).
    printing: <p class="quiet">Để in: mở trang tính “Biên nhận” của sổ này rồi chọn Tệp, In.</p>,
  });
  const why =
    ground.period.state !== 'open'
      ? 'Kỳ báo cáo đã khóa nên không gửi được nữa.'
      : !report
        ? 'Chưa đọc được biểu đang mở.'
        : errors > 0
          ? `Còn ${errors} lỗi phải sửa trước.`
          : checked?.rows.filled === 0
            ? 'Biểu chưa điền dòng nào.'
            : inForce && changes.length === 0
              ? 'Nội dung giống hệt lần nộp hiện hành, không cần gửi lại.'
              : null;
  return (
    <section aria-labelledby="sending">
      <h2 id="sending" tabIndex={-1}>
        Gửi báo cáo
      </h2>
      {isForOther && (
        <p>
          {session.me.name} gửi thay {nameOf(agency)}; biên nhận ghi cả hai đơn vị.
        </p>
      )}
      {inForce && (
        <p class="quiet">
          Lần nộp {inForce.version} · {momentText(inForce.at, plan.reporting.utcOffset)}
        </p>
      )}
      {changes.length > 0 && delivery.kind !== 'clashed' && (
        <details>
          <summary>
            {inForce ? `${changes.length} thay đổi so với lần nộp ${inForce.version}` : `Xem trước ${changes.length} ô sẽ gửi`}
          </summary>
          <ChangeTable
            caption={inForce ? 'Thay đổi' : 'Nội dung sẽ gửi'}
            changes={changes}
            plan={plan}
            before={inForce ? `Lần ${inForce.version}` : 'Chưa gửi'}
            after="Biểu đang mở"
          />
        </details>
      )}
      {keptReceipt && delivery.kind !== 'received' && (
        <details>
          <summary>Biên nhận của lần nộp {keptReceipt.version}</summary>
          <ReceiptCard {...ofReceipt(keptReceipt)} />
        </details>
      )}
      <button
        type="button"
        class="primary"
        disabled={why !== null || isUnderWay}
        onClick={() => void delivering.submit(situation)}
        aria-describedby="send-why"
      >
        {isUnderWay ? 'Đang gửi…' : isForOther ? 'Gửi thay' : 'Gửi báo cáo'}
      </button>
      <p id="send-why" class="quiet">
        {why}
      </p>
      {delivery.kind === 'unreached' && (
        <Notice kind="warning">
          {delivery.why} Nội dung đã bấm gửi được giữ và tự gửi khi có mạng; bấm Gửi báo cáo lần nữa cũng được, hệ thống không tính hai lần.
        </Notice>
      )}
      {delivery.kind === 'refused' && <Notice kind="error">{delivery.why}</Notice>}
      {delivery.kind === 'clashed' && report && (
        <Notice kind="warning">
          <p>
            Trong lúc đơn vị sửa, đã có lần nộp {delivery.theirs.version} ({nameOf(delivery.theirs.by)},{' '}
            {momentText(delivery.theirs.at, plan.reporting.utcOffset)}).
          </p>
          <ChangeTable
            caption="Hai bản khác nhau"
            changes={diffReports(delivery.theirs.report, report, plan)}
            plan={plan}
            before={`Lần ${delivery.theirs.version}`}
            after="Biểu đang mở"
          />
          <div class="row">
            <button type="button" onClick={() => void delivering.submit(overTheirs(situation, delivery.theirs))}>
              Gửi biểu đang mở thay lần {delivery.theirs.version}
            </button>
            <button type="button" onClick={() => void delivering.keepTheirs()}>
              Giữ lần {delivery.theirs.version}
            </button>
          </div>
        </Notice>
      )}
      {delivery.kind === 'received' && (
        <>
          <Notice kind="good">
            Đã nhận báo cáo. Biên nhận <span class="unbroken">{delivery.receipt.id}</span>, lần nộp {delivery.receipt.version},{' '}
            {momentText(delivery.receipt.at, plan.reporting.utcOffset)}.
          </Notice>
          <ReceiptCard {...ofReceipt(delivery.receipt)} />
        </>
      )}
    </section>
  );
}
