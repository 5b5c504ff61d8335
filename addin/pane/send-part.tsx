import { useEffect, useState } from 'preact/hooks';
import type { Receipt } from '../../contract/receipt.ts';
import { agencyName } from '../../core/plan/agency.ts';
import type { Report } from '../../core/report.ts';
import { diffReports } from '../../core/report-diff.ts';
import { ChangeTable } from '../ui/change-table.tsx';
import { momentText } from '../ui/moment.ts';
import { Notice } from '../ui/notice.tsx';
import { ReceiptCard } from '../ui/receipt.tsx';
import { useUnsaved } from '../ui/unsaved.ts';
import { keepReceipt, keptReceipt } from './kept-receipt.ts';
import { receiptSheet } from './receipt-sheet.ts';
import { send } from './send.ts';
import { shownOf } from './shown.ts';
import type { Situation } from './state.ts';
import { troubleSentence } from './trouble-text.ts';
import type { WorkingProps } from './working.tsx';

/** Sending: what would be sent beside what is in force, the button with its reason where it is shut, and what became of it. */
export function SendPart({ state, port, onSent, onTrouble, isPresent, refresh }: WorkingProps) {
  const { situation, inspection, sending } = state;
  const { ground, inForce } = situation;
  const { plan, agencies } = ground;
  const nameOf = (id: string): string => agencyName(agencies, id);
  const report = inspection?.reading.report ?? null;
  const changes = report ? diffReports(inForce?.report ?? null, report, plan) : [];
  const errors = inspection?.findings.filter(({ severity }) => severity === 'error').length ?? 0;

  /** The whole form is read once more: what is sent is what stands in the workbook now. */
  const submit = async (over: Situation): Promise<void> => {
    onSent({ kind: 'under-way' });
    const workbook = await port.read();
    if (!workbook.ok) {
      onSent({ kind: 'idle' });
      return onTrouble(troubleSentence(workbook.error));
    }
    const now = shownOf(workbook.value, over.against);
    if (!now.reading.report || now.findings.some(({ severity }) => severity === 'error'))
      return onSent({ kind: 'refused', why: 'Biểu vừa thay đổi và còn lỗi. Sửa các lỗi đang nêu rồi gửi lại.' });
    await deliver(now.reading.report, over);
  };
  const deliver = async (content: Report, over: Situation): Promise<void> => {
    const outcome = await send(content, over, port);
    if (!isPresent()) return;
    onSent(outcome);
    if (outcome.kind === 'received') await keep(outcome.receipt);
    // A refusal may come of a period closed meanwhile: what the pane stands on is asked anew.
    if (outcome.kind === 'received' || outcome.kind === 'refused') await refresh();
  };
  /** Into the workbook itself: once for people, as a sheet, once for the pane. */
  const keep = async (receipt: Receipt): Promise<void> => {
    await keepReceipt(port, receipt);
    const names = { agency: nameOf(receipt.agency), by: nameOf(receipt.by) };
    const written = await port.addSheet(receiptSheet(receipt, names, plan, location.origin));
    if (!written.ok) onTrouble(`Chưa ghi được trang tính Biên nhận vào sổ. ${troubleSentence(written.error)}`);
  };

  // What was asked to be sent goes out when the server is reached again, as it was: the server counts it once.
  useEffect(() => {
    if (sending.kind !== 'unreached') return;
    const again = (): void => {
      onSent({ kind: 'under-way' });
      void deliver(sending.report, sending.over);
    };
    const timer = setTimeout(again, Math.max(0, sending.againAt - Date.now()));
    addEventListener('online', again, { once: true });
    return () => {
      clearTimeout(timer);
      removeEventListener('online', again);
    };
  }, [sending]);

  useUnsaved(sending.kind === 'unreached' || sending.kind === 'under-way' ? 'Báo cáo đã bấm gửi nhưng chưa có biên nhận.' : null);

  const [kept, setKept] = useState<Receipt | null>(null);
  useEffect(() => void keptReceipt(port, inForce).then(setKept), [port, inForce]);

  const why =
    ground.period.state !== 'open'
      ? 'Kỳ báo cáo đã khóa nên không gửi được nữa.'
      : !report
        ? 'Chưa đọc được biểu đang mở.'
        : errors > 0
          ? `Còn ${errors} lỗi phải sửa trước.`
          : inspection?.rows.filled === 0
            ? 'Biểu chưa điền dòng nào.'
            : inForce && changes.length === 0
              ? 'Nội dung giống hệt lần nộp đang có, không cần gửi lại.'
              : null;
  return (
    <section aria-labelledby="sending">
      <h2 id="sending" tabIndex={-1}>
        Gửi báo cáo
      </h2>
      {inForce && (
        <p class="quiet">
          Lần nộp {inForce.version} · {momentText(inForce.at, plan.reporting.utcOffset)}
        </p>
      )}
      {changes.length > 0 && sending.kind !== 'clashed' && (
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
      {kept && sending.kind !== 'received' && (
        <details>
          <summary>Biên nhận của lần nộp {kept.version}</summary>
          <ReceiptCard receipt={kept} plan={plan} agency={nameOf(kept.agency)} by={nameOf(kept.by)} />
        </details>
      )}
      <button
        type="button"
        class="primary"
        disabled={why !== null || sending.kind === 'under-way'}
        onClick={() => void submit(situation)}
        aria-describedby="send-why"
      >
        {sending.kind === 'under-way' ? 'Đang gửi…' : 'Gửi báo cáo'}
      </button>
      <p id="send-why" class="quiet">
        {why}
      </p>
      {sending.kind === 'unreached' && (
        <Notice kind="warning">
          {sending.why} Nội dung đã bấm gửi được giữ và tự gửi khi có mạng; bấm Gửi báo cáo lần nữa cũng được, hệ thống không tính hai lần.
        </Notice>
      )}
      {sending.kind === 'refused' && <Notice kind="error">{sending.why}</Notice>}
      {sending.kind === 'clashed' && report && (
        <Notice kind="warning">
          <p>
            Trong lúc đơn vị sửa, đã có lần nộp {sending.theirs.version} ({nameOf(sending.theirs.by)},{' '}
            {momentText(sending.theirs.at, plan.reporting.utcOffset)}).
          </p>
          <ChangeTable
            caption="Hai bản khác nhau"
            changes={diffReports(sending.theirs.report, report, plan)}
            plan={plan}
            before={`Lần ${sending.theirs.version}`}
            after="Biểu đang mở"
          />
          <div class="row">
            <button type="button" onClick={() => void submit({ ...situation, inForce: sending.theirs })}>
              Gửi biểu đang mở thay lần {sending.theirs.version}
            </button>
            <button
              type="button"
              onClick={() => {
                onSent({ kind: 'idle' });
                void refresh();
              }}
            >
              Giữ lần {sending.theirs.version}
            </button>
          </div>
        </Notice>
      )}
      {sending.kind === 'received' && (
        <>
          <Notice kind="good">
            Đã nhận báo cáo. Biên nhận {sending.receipt.id}, lần nộp {sending.receipt.version},{' '}
            {momentText(sending.receipt.at, plan.reporting.utcOffset)}.
          </Notice>
          <ReceiptCard receipt={sending.receipt} plan={plan} agency={nameOf(sending.receipt.agency)} by={nameOf(sending.receipt.by)} />
        </>
      )}
    </section>
  );
}
