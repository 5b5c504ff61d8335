import { useState } from 'preact/hooks';
import type { ReadPlanWorkbook } from '../../../../contract/routes/read-plan-workbook.ts';
import { ActOutcome } from '../../../ui/act-outcome.tsx';
import { FileButton } from '../../../ui/file-button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useUnsaved } from '../../../ui/unsaved.ts';
import { type Act, useAct } from '../../../ui/use-act.ts';
import { useFileDrop } from '../../../ui/use-drop.ts';
import type { DeskProps } from '../desk-props.ts';
import { DownloadButton } from '../download-button.tsx';
import { PlanFaults } from './plan-faults.tsx';
import { PlanPreview } from './plan-preview.tsx';

interface Props extends DeskProps {
  readonly onConfirmed: () => Promise<void>;
}

interface Read {
  readonly file: string;
  readonly answer: ReadPlanWorkbook;
}

/** Three steps: the workbook of the plan in force, a person's changes in it, back for a look before it counts. */
export function ChangePlan(props: Props) {
  const { api, onConfirmed } = props;
  const act = useAct();
  const confirming = useAct();
  const [read, setRead] = useState<Read | null>(null);
  const preview = read?.answer.preview ?? null;
  useUnsaved(preview && preview.changes.length > 0 ? 'Thay đổi của kế hoạch chưa được xác nhận.' : null);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file || act.waiting) return;
    setRead(null);
    const answer = await act.run(() => api.readPlanWorkbook({ name: file.name, content: file }), null);
    if (answer) setRead({ file: file.name, answer: answer.value });
  };
  const confirm = async (reason: string): Promise<void> => {
    if (!preview) return;
    const { plan, agencies, inForce } = preview;
    let isStale = false;
    const done = await confirming.run(async () => {
      const put = await api.putPlan({ plan, agencies, reason }, inForce);
      isStale = !put.ok && put.error.kind === 'problem' && put.error.name === 'stale-version';
      return put;
    }, 'Đã áp dụng kế hoạch mới.');
    // what was looked at is made of a plan that is in force no more: it would undo the other person's change
    if (done || isStale) setRead(null);
    if (done || isStale) await onConfirmed();
  };
  return (
    <>
      <section class="panel">
        <h3>Sửa kế hoạch, danh sách đơn vị</h3>
        <ol class="plan-steps">
          <li>
            <DownloadButton
              act={act}
              isMain={read === null}
              file={{ name: 'ke-hoach.xlsx', title: 'Tải bảng tính của kế hoạch', ask: () => api.planWorkbook() }}
            />
          </li>
          <li>
            Sửa trong Excel hoặc phần mềm bảng tính khác: giữ nguyên mã của dòng và của đơn vị; dòng thôi áp dụng thì ghi ngày ở cột “Hiệu
            lực đến”, dòng đổi tên thì chép tên cũ sang cột “Tên trước đây”. Trỏ vào tên cột để xem cách ghi.
          </li>
          <li>
            <TakeWorkbook act={act} onFile={take} />
          </li>
        </ol>
        <ActOutcome act={act} />
        <ActOutcome act={confirming} />
      </section>
      {read && <PlanFaults file={read.file} answer={read.answer} />}
      {preview && (
        <PlanPreview {...props} preview={preview} waiting={confirming.waiting} onConfirm={confirm} onDrop={() => setRead(null)} />
      )}
    </>
  );
}

/** Takes the changed workbook: chosen, or dropped here. */
function TakeWorkbook({ act, onFile }: { readonly act: Act; readonly onFile: (file: File | undefined) => Promise<void> }) {
  const { handlers, refused, take } = useFileDrop((file) => void onFile(file));
  return (
    <div {...handlers}>
      <FileButton id="plan-workbook" accept=".xlsx" disabled={act.waiting} onFiles={take}>
        Chọn tệp .xlsx đã sửa
      </FileButton>
      <p class="quiet">
        <span class="by-mouse">Hoặc kéo thả tệp vào đây. </span>Thay đổi được xem trước, chưa áp dụng.
      </p>
      {refused && <Notice kind="error">{refused}</Notice>}
    </div>
  );
}
