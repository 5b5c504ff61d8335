import { useEffect, useRef, useState } from 'preact/hooks';
import type { ReportEnvelope, StatusLine } from '../../api/answers.ts';
import { troubleText } from '../../api/trouble.ts';
import { ReportBadge } from '../../ui/badge.tsx';
import { momentText } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';
import { ReviewList } from '../../ui/review-list.tsx';
import { Told } from '../../ui/told.tsx';
import { useAct } from '../../ui/use-act.ts';
import { type Remarks, useRemarks } from '../../ui/use-remarks.ts';
import type { PeriodView } from './period-view.ts';
import { Reminder } from './reminder.tsx';

interface Props {
  readonly view: PeriodView;
  readonly line: StatusLine;
  readonly onClose: () => void;
}

/** One agency's report, row by row, to be accepted or returned with remarks; nothing is decided unseen. */
export function ReviewPart({ view, line, onClose }: Props) {
  const { api, nameOf, plan, reload } = view;
  const { period, state: periodState } = view.line;
  const act = useAct();
  const heading = useRef<HTMLHeadingElement>(null);
  const [envelope, setEnvelope] = useState<ReportEnvelope | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [remarks, setRemarks] = useRemarks(period, line.agency);
  const [seen, setSeen] = useState(line.version);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    if (seen === null) return;
    void api.version(period, line.agency, seen).then((answer) => {
      if (answer.ok) setEnvelope(answer.value.value);
      else setTrouble(troubleText(answer.error));
    });
  }, [api, period, line.agency, seen, line.state]);

  const name = nameOf(line.agency);
  const isOld = line.version !== seen;
  const canReview = periodState === 'open' && envelope !== null && !isOld;
  const written = Object.fromEntries(Object.entries(remarks).filter(([, text]) => text?.trim())) as Remarks; // keys are rows
  const count = Object.keys(written).length;
  const decide = async (decision: 'accept' | 'return', told: string): Promise<void> => {
    if (!envelope) return;
    const review = { version: envelope.version, decision, remarks: decision === 'return' ? written : {} };
    if (!(await act.run(() => api.review(period, line.agency, review), told))) return;
    setRemarks({});
    heading.current?.focus(); // the button that had the focus is shut now
    await reload();
  };
  // A key that also ends a Vietnamese composition shuts nothing.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.isComposing) onClose();
  };
  return (
    <section class="pane-review" aria-labelledby="review" onKeyDown={onKeyDown}>
      <button type="button" class="link" onClick={onClose}>
        ← Về danh sách đơn vị
      </button>
      <h2 id="review" ref={heading} tabIndex={-1}>
        {name}
      </h2>
      <p>
        <ReportBadge state={line.state} />
      </p>
      {line.at && (
        <p class="quiet">
          Lần nộp {line.version}, {momentText(line.at, plan.reporting.utcOffset)}, người gửi: {nameOf(line.by ?? '')}
        </p>
      )}
      {(line.state === 'not-started' || line.state === 'returned') && periodState === 'open' && <Reminder view={view} of={line.agency} />}
      {isOld && (
        <Notice kind="warning">
          <p>Đơn vị vừa gửi lần nộp {line.version}. Xem lần nộp này trước khi thẩm định; ý kiến đang ghi vẫn còn.</p>
          <button type="button" onClick={() => setSeen(line.version)}>
            Xem lần nộp {line.version}
          </button>
        </Notice>
      )}
      {line.version === null && <p>Đơn vị chưa gửi báo cáo.</p>}
      {trouble && <Notice kind="error">{trouble}</Notice>}
      {envelope && (
        <>
          <ReviewList envelope={envelope} plan={plan} remarks={remarks} onRemarks={canReview || isOld ? setRemarks : null} />
          {periodState !== 'open' && <p class="quiet">Kỳ đã khóa: báo cáo chỉ để xem.</p>}
          <div class="row decide">
            <button
              type="button"
              class="primary"
              disabled={!canReview || act.waiting || line.state === 'accepted'}
              onClick={() => void decide('accept', `Đã chấp nhận báo cáo của ${name}.`)}
            >
              Chấp nhận
            </button>
            <button
              type="button"
              disabled={!canReview || act.waiting || count === 0}
              onClick={() => void decide('return', `Đã trả lại báo cáo của ${name}.`)}
            >
              Trả lại kèm {count} ý kiến
            </button>
          </div>
          {canReview && count === 0 && <p class="quiet">Ghi ý kiến ở ít nhất một dòng để trả lại.</p>}
        </>
      )}
      <Told act={act} />
    </section>
  );
}
