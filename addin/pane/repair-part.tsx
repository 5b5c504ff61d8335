import { useState } from 'preact/hooks';
import type { Damage } from '../../core/repairing/repair.ts';
import { repairForm } from '../../core/repairing/repair-form.ts';
import type { WorkbookPort } from '../excel/port.ts';
import type { CheckContext } from '../ui/check-context.ts';
import { Notice } from '../ui/notice.tsx';
import { troubleSentence } from './trouble-text.ts';

interface Props {
  readonly checkContext: CheckContext;
  readonly port: WorkbookPort;
  readonly readAgain: () => Promise<void>;
}

type Outcome =
  | { readonly kind: 'idle' | 'under-way' }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'done'; readonly damages: readonly Damage[] };

/** Brings back headers, formulas, input rules, colours and locks of a damaged form; nothing that was typed is touched. */
export function RepairPart({ checkContext: { obligations, agency }, port, readAgain }: Props) {
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'idle' });
  const repair = async (): Promise<void> => {
    setOutcome({ kind: 'under-way' });
    const workbook = await port.read();
    if (!workbook.ok) return setOutcome({ kind: 'refused', why: troubleSentence(workbook.error) });
    const { damages, edits } = repairForm(workbook.value, obligations, agency);
    const done = await port.apply(edits);
    await readAgain();
    setOutcome(done.ok ? { kind: 'done', damages } : { kind: 'refused', why: troubleSentence(done.error) });
  };
  return (
    <details class="repair">
      <summary>Biểu bị hỏng?</summary>
      <p class="quiet">
        Khôi phục tiêu đề, chữ của Kế hoạch, công thức, danh sách chọn, định dạng, phông chữ, màu và khóa của biểu, kể cả ở ô bị dán đè. Nội
        dung đơn vị đã điền được giữ nguyên; không hoàn tác (Ctrl+Z) được.
      </p>
      <button type="button" disabled={outcome.kind === 'under-way'} onClick={() => void repair()}>
        {outcome.kind === 'under-way' ? 'Đang sửa biểu…' : 'Sửa biểu'}
      </button>
      {outcome.kind === 'refused' && <Notice kind="error">{outcome.why}</Notice>}
      {outcome.kind === 'done' && <Repaired damages={outcome.damages} />}
    </details>
  );
}

/** What was brought back, and what could not be. */
function Repaired({ damages }: { readonly damages: readonly Damage[] }) {
  const gone = damages.filter(({ kind }) => kind === 'column-gone' || kind === 'table-gone');
  const mended = damages.length - gone.length;
  return (
    <>
      <Notice kind="good">
        Đã sửa biểu{mended > 0 && `: ${mended} tiêu đề, công thức hoặc chữ của Kế hoạch đã khôi phục`}. Khóa, màu, phông chữ, định dạng và
        quy tắc nhập được đặt lại.
      </Notice>
      {gone.length > 0 && (
        <Notice kind="warning">
          <p>Những phần đã bị xóa không khôi phục được: tải lại biểu ở trang nộp báo cáo rồi chép số liệu sang.</p>
          <ul>
            {gone.map((damage) => (
              <li key={nameOf(damage)}>{nameOf(damage)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

const nameOf = (damage: Damage): string =>
  damage.kind === 'table-gone' ? damage.title : damage.kind === 'column-gone' ? `${damage.sheet}: cột ${damage.header}` : damage.sheet;
