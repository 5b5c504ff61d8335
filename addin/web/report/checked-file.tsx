import { useRef, useState } from 'preact/hooks';
import type { Report } from '../../../core/report.ts';
import { shortPeriodName } from '../../../core/wording/period-names.ts';
import { FindingList } from '../../ui/finding-list.tsx';
import { LiveRegion } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useAtOnce } from '../../ui/use-at-once.ts';
import type { CheckedFinding } from '../reader/messages.ts';
import type { AgencyPeriod } from './agency-period.ts';
import { DroppedRows, droppedRows } from './dropped-rows.tsx';
import { FiguresReview } from './figures-review.tsx';
import { FindingActions } from './finding-actions.tsx';
import { OfferPreview } from './offer-preview.tsx';
import { PreparedByField } from './prepared-by-field.tsx';
import { Preview } from './preview.tsx';
import { SendButton } from './send-button.tsx';
import { StepHeading } from './step-heading.tsx';
import type { UploadStep } from './upload-state.ts';
import type { Work } from './work.ts';

interface Props {
  readonly step: Extract<UploadStep, { kind: 'checked' }>;
  readonly place: AgencyPeriod;
  readonly work: Work;
}

/** A file once read: what was found, what can be fixed right here, what would be sent. */
export function CheckedFile({ step, place, work }: Props) {
  const { file, checked, busy, trouble } = step;
  const { findings, fixes, formatFixes, report, rows } = checked;
  const panel = useFocusAtFixes(fixes);
  /** The report whose blank rows somebody has agreed to. */
  const [agreed, setAgreed] = useState<Report | null>(null);
  const dropped = report ? droppedRows(report, place) : [];
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const byFinding = new Map<object, CheckedFinding>(findings.map((one) => [one, one]));
  const told = errors > 0 ? `Còn ${errors} lỗi phải sửa.` : 'Biểu không có lỗi.';
  return (
    <>
      <section class="panel" {...panel}>
        <StepHeading>Kết quả kiểm tra “{file.name}”</StepHeading>
        <LiveRegion text={fixes > 0 ? `Đã sửa ${fixes} chỗ. ${told}` : told} />
        {errors === 0 && (
          <Notice kind="good">
            {findings.length === 0 ? 'Biểu hợp lệ. Đề nghị rà soát số liệu trước khi gửi.' : 'Không có lỗi; có thể gửi.'}
          </Notice>
        )}
        {trouble && <Notice kind="error">{trouble}</Notice>}
        {formatFixes > 1 && (
          <p class="row">
            <button type="button" disabled={busy} onClick={() => work.fix({ kind: 'fix-formats' })}>
              Sửa cả {formatFixes} chỗ sai định dạng
            </button>
            <span class="quiet">Số liệu được hiểu thế nào vẫn giữ nguyên.</span>
          </p>
        )}
        <FindingList
          findings={findings}
          plan={place.ground.plan}
          actions={(one) => {
            const finding = byFinding.get(one);
            return finding && <FindingActions finding={finding} work={work} busy={busy} />;
          }}
        />
        {fixes > 0 && (
          <div class="fixed">
            <p>
              <strong>Đã sửa {fixes} chỗ</strong> trong bản để gửi; tệp trên máy của đơn vị chưa đổi. Tải biểu đã sửa về để lưu, mỗi ô đã
              sửa có ghi chú.
            </p>
            <p class="row">
              <button type="button" disabled={busy} onClick={() => work.saveMarked()}>
                Tải biểu đã sửa
              </button>
              <button type="button" class="link" disabled={busy} onClick={() => work.fix({ kind: 'undo' })}>
                Bỏ lần sửa vừa rồi
              </button>
            </p>
          </div>
        )}
        <p>
          <button type="button" class="link" disabled={busy} onClick={() => work.putAway()}>
            Chọn tệp khác
          </button>
        </p>
      </section>
      {report !== null && (
        <section class="panel" aria-labelledby="send">
          <h2 id="send">3. Xem lại và gửi</h2>
          <Preview report={report} rows={rows} place={place} title="Tệp này" />
          {errors === 0 && (
            <>
              <FiguresReview report={report} place={place} onRow={null} />
              <OfferPreview report={report} place={place} work={work} />
              <DroppedRows
                rows={dropped}
                place={place}
                title="Tệp này"
                instead="chọn “Chọn tệp khác” và lấy lại biểu của đơn vị đã điền sẵn"
                isAgreed={agreed === report}
                onAgree={(is) => setAgreed(is ? report : null)}
              />
            </>
          )}
          {errors === 0 && <PreparedByField agency={place.agency} />}
          <SendButton why={whyNot(errors, dropped.length > 0 && agreed !== report, place)} busy={busy} onSend={() => work.submit()} />
        </section>
      )}
    </>
  );
}

/**
 * What the panel of findings needs so that a fix leaves the focus where it was clicked: on the finding that has come into its place, else
 * on the heading.
 */
function useFocusAtFixes(fixes: number) {
  const ref = useRef<HTMLElement>(null);
  const clicked = useRef(0);
  useAtOnce(() => {
    if (document.activeElement !== document.body) return;
    const left = ref.current?.querySelectorAll<HTMLElement>('.findings li') ?? [];
    const next = left[Math.min(clicked.current, left.length - 1)] ?? ref.current?.querySelector('h2');
    next?.focus();
  }, [fixes]);
  const onClickCapture = ({ target }: Event): void => {
    const finding = target instanceof Element ? target.closest('.findings li') : null;
    if (finding) clicked.current = [...(ref.current?.querySelectorAll('.findings li') ?? [])].indexOf(finding);
  };
  return { ref, onClickCapture };
}

function whyNot(errors: number, isUnagreed: boolean, { ground: { period } }: AgencyPeriod): string | null {
  if (period.state !== 'open') return `Kỳ ${shortPeriodName(period.period)} đã khóa nên không gửi được.`;
  if (errors > 0) return `Chưa gửi được: còn ${errors} lỗi phải sửa trước.`;
  return isUnagreed ? 'Chưa gửi được: xác nhận việc để trống các dòng nêu trên.' : null;
}
