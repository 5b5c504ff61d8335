import type { Plan } from '../../../core/plan/plan.ts';
import { draftTitle } from '../../ui/draft.ts';
import { FindingList } from '../../ui/finding-list.tsx';
import { momentText } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';
import { keyKeptBy } from '../../ui/own-key.ts';
import { StepHeading } from './step-heading.tsx';
import type { UploadStep } from './upload-state.ts';
import type { Work } from './work.ts';

/** On its way. */
export const SendingStep = ({ step }: { readonly step: Extract<UploadStep, { kind: 'sending' }> }) => (
  <section class="panel">
    <StepHeading>Đang gửi báo cáo</StepHeading>
    <p role="status">Đang gửi {step.draft.bytes === null ? 'báo cáo' : `“${step.draft.name}”`} và chờ biên nhận…</p>
    <progress aria-label="Đang gửi" />
  </section>
);

interface KeptProps {
  readonly step: Extract<UploadStep, { kind: 'kept' }>;
  readonly work: Work;
  readonly utcOffset: string;
}

/** Nobody was reached: the draft waits on this machine. */
export const UnreachedStep = ({ step: { draft, why, safe, againAt }, work, utcOffset }: KeptProps) => (
  <section class="panel">
    <StepHeading>Chưa gửi được, sẽ tự gửi lại</StepHeading>
    <Notice kind="warning">{why}</Notice>
    <p>
      {safe
        ? `${draftTitle(draft)} (lúc ${momentText(draft.keptAt, utcOffset)}) được giữ trên máy này và tự gửi ${whenText(againAt, utcOffset)}, kể cả ở lần mở trang sau${keyKeptBy() === 'machine' ? '' : ' (sau khi đăng nhập lại)'}.`
        : `Trình duyệt này không cho giữ bản nháp. Để nguyên trang này mở: báo cáo tự gửi khi có mạng.`}{' '}
      Gửi lại nhiều lần cũng chỉ tính một lần nộp.
    </p>
    <p class="row">
      <button type="button" class="primary" onClick={() => work.sendKept()}>
        Gửi lại ngay
      </button>
      {draft.bytes === null ? (
        <button type="button" class="link" onClick={() => work.enter()}>
          Hủy gửi, trở lại sửa
        </button>
      ) : (
        <button type="button" class="link" onClick={() => work.putAway()}>
          Hủy gửi và xóa bản nháp
        </button>
      )}
    </p>
  </section>
);

/** The server may have asked to be left alone for longer than anybody watches. */
const whenText = (againAt: number, utcOffset: string): string =>
  againAt - Date.now() > 60_000 ? `lúc ${momentText(new Date(againAt).toISOString(), utcOffset)}` : 'khi có mạng';

interface RefusedProps {
  readonly step: Extract<UploadStep, { kind: 'refused' }>;
  readonly work: Work;
  readonly plan: Plan;
}

/** The server took the call and said no. */
export const Refused = ({ step: { draft, why, findings }, work, plan }: RefusedProps) => (
  <section class="panel">
    <StepHeading>Báo cáo không được tiếp nhận</StepHeading>
    <Notice kind="error">{why}</Notice>
    <FindingList findings={findings} plan={plan} />
    <p>
      {draft.bytes === null ? (
        <button type="button" onClick={() => work.enter()}>
          Trở lại sửa
        </button>
      ) : (
        <button type="button" onClick={() => work.putAway()}>
          Chọn tệp khác
        </button>
      )}
    </p>
  </section>
);
