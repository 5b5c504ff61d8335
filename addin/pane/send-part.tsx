import { agencyName } from '../../core/agency.ts';
import { diffReports } from '../../core/report-diff.ts';
import { ChangeTable } from '../ui/change-table.tsx';
import { momentText } from '../ui/moment.ts';
import { Notice } from '../ui/notice.tsx';
import { ReceiptCard } from '../ui/receipt.tsx';
import { send } from './send.ts';
import { shownOf } from './shown.ts';
import type { Situation } from './state.ts';
import { troubleSentence } from './trouble-text.ts';
import type { WorkingProps } from './working.tsx';

/** Sending: what would be sent beside what is in force, the button with its reason where it is shut, and what became of it. */
export function SendPart({ state, port, onSent, onTrouble, refresh }: WorkingProps) {
  const { situation, inspection, sending } = state;
  const { ground, inForce } = situation;
  const { plan, agencies } = ground;
  const nameOf = (by: string): string => agencies.find(({ id }) => id === by)?.name ?? by;
  const report = inspection?.reading.report ?? null;
  const changes = report && inForce ? diffReports(inForce.report, report, plan) : [];
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
    const outcome = await send(now.reading.report, over, port);
    if (outcome.kind === 'received') await port.memory.write('phuluc-bien-nhan', JSON.stringify(outcome.receipt));
    onSent(outcome);
    if (outcome.kind === 'received') await refresh();
  };

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
      {inForce && changes.length > 0 && sending.kind !== 'clashed' && (
        <details>
          <summary>
            {changes.length} thay đổi so với lần nộp {inForce.version}
          </summary>
          <ChangeTable caption="Thay đổi" changes={changes} plan={plan} before={`Lần ${inForce.version}`} after="Biểu đang mở" />
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
        <Notice kind="warning">{sending.why} Biểu vẫn nguyên; bấm Gửi báo cáo lần nữa, hệ thống không tính hai lần.</Notice>
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
          <ReceiptCard
            receipt={sending.receipt}
            plan={plan}
            agency={agencyName(agencies, sending.receipt.agency)}
            by={nameOf(sending.receipt.by)}
          />
        </>
      )}
    </section>
  );
}
