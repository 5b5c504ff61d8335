import { counted } from './counted.ts';
import { Notice } from './notice.tsx';
import type { Review } from './use-review.ts';

interface Props {
  readonly review: Review;
  readonly name: string;
  /** The word on the button that accepts. */
  readonly accept: string;
  readonly isAccepted: boolean;
}

/** The two decisions on a report, and why one is shut. */
export const DecideRow = ({ review: { act, canDecide, decide, many, whyNoReturn }, name, accept, isAccepted }: Props) => (
  <>
    <div class="row decide">
      <button
        type="button"
        class="primary"
        disabled={!canDecide || act.waiting || isAccepted}
        onClick={() => void decide('accept', `Đã chấp nhận báo cáo của ${name}.`)}
      >
        {accept}
      </button>
      <button
        type="button"
        disabled={!canDecide || act.waiting || whyNoReturn !== null}
        aria-describedby={canDecide && whyNoReturn ? 'why-no-return' : undefined}
        onClick={() => void decide('return', `Đã trả lại báo cáo của ${name}.`)}
      >
        Trả lại kèm {counted(many, 'ý kiến')}
      </button>
    </div>
    {canDecide && whyNoReturn && (
      <p id="why-no-return" class="quiet">
        {whyNoReturn}
      </p>
    )}
  </>
);

/** Told while a version is on screen that is no longer in force. */
export const NewerVersion = ({ review, version }: { readonly review: Review; readonly version: number | null }) =>
  review.isOld && version !== null ? (
    <Notice kind="warning">
      <p>Đơn vị vừa gửi lần nộp {version}. Xem lần nộp này trước khi thẩm định; ý kiến đang ghi vẫn còn.</p>
      <button type="button" onClick={review.seeNewest}>
        Xem lần nộp {version}
      </button>
    </Notice>
  ) : null;
