import { useState } from 'preact/hooks';
import type { WireFinding } from '../../contract/wire-finding.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { CellWrite, WorkbookPort } from '../excel/port.ts';
import type { CheckContext } from '../ui/check-context.ts';
import { FindingList } from '../ui/finding-list.tsx';
import { Notice } from '../ui/notice.tsx';
import { ReasonForm } from '../ui/reason-form.tsx';
import { type CheckedForm, checkForm, type FixableFinding, foundAgain } from './check-form.ts';
import type { ClickFix } from './fixes.ts';
import type { FormEvent } from './form-state.ts';
import { CHANGED_MEANWHILE, troubleSentence } from './trouble-text.ts';

interface Props {
  readonly checked: CheckedForm;
  readonly checkContext: CheckContext;
  readonly plan: Plan;
  readonly port: WorkbookPort;
  readonly dispatch: (event: FormEvent) => void;
  readonly readAgain: () => Promise<void>;
  readonly onSelect: (place: Pick<WireFinding, 'sheet' | 'cell'>) => Promise<void>;
}

/** What is written for a finding as it stands now; null where there is nothing of that any more. */
type Writes = (now: FixableFinding) => readonly CellWrite[] | null;

/** How far the form is filled and what is to be fixed: each finding leads to its cell, some are fixed by a click. */
export function CheckPart({ checked, checkContext, plan, port, dispatch, readAgain, onSelect }: Props) {
  const [keptFormat, setKeptFormat] = useState(false);
  /** Writes what a finding asks for where it stands now: rows may have been sorted since it was shown. */
  const writeFor = async (finding: FixableFinding, writesOf: Writes): Promise<number | null> => {
    const now = await port.read();
    const same = now.ok ? foundAgain(finding, checkForm(now.value, checkContext)) : null;
    const writes = same && writesOf(same);
    const done = writes ? await port.write(writes) : now;
    await readAgain();
    if (!done.ok) dispatch({ kind: 'failed', why: troubleSentence(done.error) });
    else if (!writes) dispatch({ kind: 'failed', why: CHANGED_MEANWHILE });
    return done.ok && typeof done.value === 'number' ? done.value : null;
  };
  const fix = async (finding: FixableFinding, { offer }: ClickFix): Promise<void> => {
    const written = await writeFor(finding, ({ fixes }) => fixes.find((one) => one.offer === offer)?.writes ?? null);
    setKeptFormat(written === 0);
  };
  const explain = async (finding: FixableFinding, text: string): Promise<void> =>
    void (await writeFor(finding, ({ reasonAt }) => (reasonAt ? [{ ...reasonAt, value: text }] : null)));
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
              {own.fixes.map((one) => (
                <button type="button" key={one.offer} onClick={() => void fix(own, one)}>
                  {one.offer}
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
