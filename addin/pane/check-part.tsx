import { useState } from 'preact/hooks';
import type { WireFinding } from '../../contract/wire-finding.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { WorkbookPort } from '../excel/port.ts';
import { FindingList } from '../ui/finding-list.tsx';
import { Notice } from '../ui/notice.tsx';
import { ReasonForm } from '../ui/reason-form.tsx';
import type { CheckedForm, FixableFinding } from './check-form.ts';
import type { FormEvent } from './form-state.ts';
import { troubleSentence } from './trouble-text.ts';

interface Props {
  readonly checked: CheckedForm;
  readonly plan: Plan;
  readonly port: WorkbookPort;
  readonly dispatch: (event: FormEvent) => void;
  readonly readAgain: () => Promise<void>;
  readonly onSelect: (place: Pick<WireFinding, 'sheet' | 'cell'>) => Promise<void>;
}

/** How far the form is filled and what is to be fixed: each finding leads to its cell, some are fixed by a click. */
export function CheckPart({ checked, plan, port, dispatch, readAgain, onSelect }: Props) {
  const [keptFormat, setKeptFormat] = useState(false);
  const fix = async ({ fixes }: FixableFinding, k: number): Promise<void> => {
    const done = await port.write(fixes[k]?.writes ?? []);
    setKeptFormat(done.ok && done.value === 0);
    await readAgain();
    if (!done.ok) dispatch({ kind: 'failed', why: troubleSentence(done.error) });
  };
  const explain = async ({ reasonAt }: FixableFinding, text: string): Promise<void> => {
    const done = reasonAt && (await port.write([{ ...reasonAt, value: text }]));
    await readAgain();
    if (done && !done.ok) dispatch({ kind: 'failed', why: troubleSentence(done.error) });
  };
  return (
    <>
      <p>
        <progress value={checked.rows.filled} max={checked.rows.owed} aria-label="Số dòng đã điền" />{' '}
        <b>
          {checked.rows.filled}/{checked.rows.owed}
        </b>{' '}
        dòng đã điền
      </p>
      <h2 id="findings" tabIndex={-1}>
        Kết quả kiểm tra
      </h2>
      {keptFormat && (
        <Notice kind="info">Biểu khóa định dạng nên ô vừa sửa giữ định dạng cũ. Giá trị được đọc đúng, không cần sửa thêm.</Notice>
      )}
      {checked.findings.length === 0 && <Notice kind="good">Không có lỗi hay cảnh báo nào.</Notice>}
      <FindingList
        findings={checked.findings}
        plan={plan}
        actions={(finding) => {
          const own = finding as FixableFinding; // the list gives back what it was given
          return (
            <div class="row">
              {own.cell && (
                <button type="button" onClick={() => void onSelect(own)}>
                  Tới ô {own.cell}
                </button>
              )}
              {own.fixes.map(({ offer }, k) => (
                <button type="button" key={offer} onClick={() => void fix(own, k)}>
                  {offer}
                </button>
              ))}
              {own.reasonAt && own.row !== null && <ReasonForm row={own.row} busy={false} onReason={(text) => void explain(own, text)} />}
            </div>
          );
        }}
      />
    </>
  );
}
