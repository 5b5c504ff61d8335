import { useRef } from 'preact/hooks';
import type { StatusLine } from '../../../contract/routes/get-status.ts';
import { ActOutcome } from '../../ui/act-outcome.tsx';
import { ReportBadge } from '../../ui/badge.tsx';
import { DecideRow, NewerVersion } from '../../ui/decide-row.tsx';
import { momentText } from '../../ui/moment.ts';
import { Opening } from '../../ui/opening.tsx';
import { ReviewList } from '../../ui/review-list.tsx';
import { useAtOnce } from '../../ui/use-at-once.ts';
import { useReview } from '../../ui/use-review.ts';
import type { PeriodView } from './period-view.ts';
import { ReminderPart } from './reminder-part.tsx';

interface Props {
  readonly view: PeriodView;
  readonly line: StatusLine;
  readonly onClose: () => void;
}

/** One agency's report, row by row, to be accepted or returned with remarks; nothing is decided unseen. */
export function AgencyReview({ view, line, onClose }: Props) {
  const { api, nameOf, plan, reload } = view;
  const { period, state: periodState } = view.line;
  const heading = useRef<HTMLHeadingElement>(null);
  const focusHeading = (): void => heading.current?.focus();
  const isOpen = periodState === 'open';
  const review = useReview({ api, plan, period, isOpen, role: 'consolidator', subject: line, reload, onDecided: focusHeading });
  useAtOnce(focusHeading, []);
  const name = nameOf(line.agency);
  // An Escape that ends a Vietnamese composition does not close the review.
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
      {(line.state === 'not-started' || line.state === 'returned') && isOpen && <ReminderPart view={view} of={line.agency} />}
      <NewerVersion review={review} version={line.version} />
      {line.version === null && <p>Đơn vị chưa gửi báo cáo.</p>}
      {review.asking && <Opening what="Đang lấy báo cáo" asking={review.asking} />}
      {review.envelope && (
        <>
          <ReviewList review={review} plan={plan} />
          {!isOpen && <p class="quiet">Kỳ đã khóa: báo cáo chỉ để xem.</p>}
          <DecideRow review={review} name={name} accept="Chấp nhận" isAccepted={line.state === 'accepted'} />
        </>
      )}
      <ActOutcome act={review.act} />
    </section>
  );
}
