import { useState } from 'preact/hooks';
import type { Plan, RowId } from '../../../../core/plan/plan.ts';
import { citedAs } from '../../../../core/wording/names.ts';
import { AskFirst } from '../../../ui/ask-first.tsx';
import { counted } from '../../../ui/counted.ts';
import { Notice } from '../../../ui/notice.tsx';
import { hasWarnings } from '../../../ui/report-filters.ts';
import { rowName } from '../../../ui/row-name.ts';
import type { ManyReviews, ReviewableLine } from './use-many-reviews.ts';

interface Props {
  readonly many: ManyReviews;
  readonly plan: Plan;
  /** Those of the ticked ones that are in sight and can be returned, and of them those that can be accepted. */
  readonly decidable: readonly ReviewableLine[];
  readonly acceptable: readonly ReviewableLine[];
  /** A lead returns with a remark at one of its rows; null: the remark is of the whole report. */
  readonly rows: readonly RowId[] | null;
}

/** Accepts or returns the ticked reports together, and tells what became of each. */
export function ManyDecisions({ many: { decide, done, troubles, waiting }, plan, decidable, acceptable, rows }: Props) {
  const [remark, setRemark] = useState('');
  const [row, setRow] = useState<RowId | ''>('');
  const warned = acceptable.filter(hasWarnings);
  const accept = waiting ? 'Đang xử lý…' : `Chấp nhận ${counted(acceptable.length, 'báo cáo đã chọn')}`;
  const isSaid = remark.trim() !== '' && (rows === null || row !== '');
  const giveBack = async (): Promise<void> => {
    const done = await decide('return', decidable, { remark: remark.trim(), ...(row !== '' && { row }) });
    if (done) setRemark('');
  };
  return (
    <>
      <div class="row">
        {warned.length > 0 ? (
          <AskFirst word={accept} safeWord="Xem lại" class="primary" disabled={waiting} onSure={() => void decide('accept', acceptable)}>
            {warned.length}/{acceptable.length} báo cáo đã chọn có cảnh báo ({warned.reduce((sum, { warnings }) => sum + warnings, 0)} cảnh
            báo). Xem ở bộ lọc “Có cảnh báo” trước khi chấp nhận.
          </AskFirst>
        ) : (
          <button
            type="button"
            class="primary"
            disabled={acceptable.length === 0 || waiting}
            onClick={() => void decide('accept', acceptable)}
          >
            {accept}
          </button>
        )}
        {decidable.length > 0 && (
          <>
            {rows && (
              <label>
                Ý kiến ở dòng
                <select value={row} onChange={(event) => setRow(event.currentTarget.value as RowId | '')}>
                  <option value="">Chọn dòng</option>
                  {rows.map((id) => (
                    <option key={id} value={id}>
                      {citedAs(id)} {rowName(plan, id).name}
                    </option>
                  ))}
                </select>
              </label>
            )}
            <label>
              Ý kiến chung khi trả lại
              <textarea rows={1} maxLength={4000} value={remark} onInput={(event) => setRemark(event.currentTarget.value)} />
            </label>
            <button type="button" disabled={!isSaid || waiting} onClick={() => void giveBack()}>
              Trả lại {decidable.length} báo cáo đã chọn
            </button>
          </>
        )}
      </div>
      {done && <Notice kind="good">{done}</Notice>}
      {troubles.map((text) => (
        <Notice kind="error" key={text}>
          {text}
        </Notice>
      ))}
    </>
  );
}
