import { useState } from 'preact/hooks';
import { rowsTyped } from '../../../core/entering/typed-rows.ts';
import { AskFirst } from '../../ui/ask-first.tsx';
import { momentText } from '../../ui/moment.ts';
import { dropTypedDraft, typedDraftOf } from '../../ui/typed-drafts.ts';
import type { AgencyPeriod } from './agency-period.ts';
import type { Work } from './work.ts';

/** The way without a file: filling in right here, from the draft of before where there is one. */
export function OfferEntry({ place, work }: { readonly place: AgencyPeriod; readonly work: Work }) {
  const { ground, agency, inForce } = place;
  const { period } = ground.period;
  const [draft, setDraft] = useState(() => typedDraftOf(agency, period));
  const drop = (): void => {
    dropTypedDraft(agency, period);
    setDraft(null);
  };
  return (
    <section class="panel" aria-labelledby="enter-here">
      <h2 id="enter-here">Nhập trên trang</h2>
      <p>
        {inForce?.state === 'returned'
          ? 'Sửa ngay trên trang này: ý kiến khi trả lại hiện bên cạnh từng dòng.'
          : 'Không cần tệp: nhập số liệu ngay trên trang này, trên máy tính hoặc điện thoại.'}
        {inForce && ' Số liệu của lần nộp hiện hành được điền sẵn.'}
      </p>
      {draft && (
        <p>
          Bản nháp lúc {momentText(draft.keptAt, ground.plan.reporting.utcOffset)}, đã nhập {rowsTyped(draft.typed)} dòng.
        </p>
      )}
      <div class="row">
        <button type="button" class="primary" onClick={() => work.enter()}>
          {draft ? 'Nhập tiếp' : 'Nhập trên trang'}
        </button>
        {draft && (
          <AskFirst word="Xóa bản nháp" class="link" onSure={drop}>
            Xóa bản nháp đã nhập {rowsTyped(draft.typed)} dòng? Nội dung đã nhập sẽ mất, không lấy lại được.
          </AskFirst>
        )}
      </div>
      <p class="quiet">Hoặc lấy biểu .xlsx, điền rồi gửi tệp, theo các bước dưới đây.</p>
    </section>
  );
}
