import { useState } from 'preact/hooks';
import type { ReadPlanWorkbook } from '../../../../contract/routes/read-plan-workbook.ts';
import { Notice } from '../../../ui/notice.tsx';
import type { DeskProps } from '../desk-props.ts';
import { EffectsPart } from './effects-part.tsx';
import { PlanChangeList } from './plan-change-list.tsx';

type Preview = NonNullable<ReadPlanWorkbook['preview']>;

interface Props extends DeskProps {
  readonly preview: Preview;
  readonly waiting: boolean;
  readonly onConfirm: (reason: string) => Promise<void>;
  readonly onDrop: () => void;
}

/** What would be otherwise, and what that does to the open periods; it counts when a person has given a reason and confirmed. */
export function PlanPreview({ preview, waiting, onConfirm, onDrop, ...desk }: Props) {
  const [reason, setReason] = useState('');
  const { changes, effects } = preview;
  if (changes.length === 0) return <Notice kind="info">Tệp giống hệt kế hoạch đang áp dụng: không có gì để xác nhận.</Notice>;
  return (
    <section class="panel" aria-label="Xem trước thay đổi">
      <h3>Xem trước: {changes.length} thay đổi</h3>
      <PlanChangeList changes={changes} />
      {effects.map((one) => (
        <EffectsPart key={one.period} effects={one} nameOf={desk.nameOf} />
      ))}
      <p>
        Kỳ đã khóa, kết quả đã công bố giữ nguyên theo kế hoạch lúc khóa. Báo cáo đã gửi giữ nguyên; đơn vị tải biểu mới cho lần gửi sau.
      </p>
      <label>
        Lý do, căn cứ thay đổi
        <textarea
          rows={2}
          placeholder="Ví dụ: Quyết định số … ngày …"
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </label>
      <div class="row">
        <button type="button" class="primary" disabled={reason.trim() === '' || waiting} onClick={() => void onConfirm(reason.trim())}>
          Xác nhận, áp dụng kế hoạch này
        </button>
        <button type="button" disabled={waiting} onClick={onDrop}>
          Bỏ, giữ kế hoạch đang áp dụng
        </button>
        {reason.trim() === '' && <span class="quiet">Ghi lý do để xác nhận; lý do được lưu trong nhật ký.</span>}
      </div>
    </section>
  );
}
