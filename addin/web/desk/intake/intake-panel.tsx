import { useEffect, useState } from 'preact/hooks';
import { FindingList } from '../../../ui/finding-list.tsx';
import { momentText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/notice.tsx';
import type { DeskProps } from '../desk-props.ts';
import { droppedFiles, type Picked, workbooksAmong } from './dropped-files.ts';
import { intakeRunOf } from './intake-run.ts';

/** Workbooks that came by another way, many at once; each is the agency's that its hidden identity names, and who took it in is on record. */
export function IntakePanel({ api, me, nameOf, period, periodLine, plan, reload }: DeskProps) {
  const run = intakeRunOf(api, period);
  const [{ outcomes, others, running }, setProgress] = useState(run.progress);
  useEffect(() => {
    setProgress(run.progress());
    return run.listen(() => setProgress(run.progress()));
  }, [run]);
  const take = async (picked: Picked): Promise<void> => {
    await run.take(picked);
    await reload();
  };
  const onChoose = (event: { readonly currentTarget: HTMLInputElement }): void => {
    const input = event.currentTarget;
    const files = [...(input.files ?? [])];
    void take(input.webkitdirectory ? workbooksAmong(files) : { workbooks: files, others: 0 }).then(() => {
      input.value = '';
    });
  };
  const received = outcomes.filter(({ kind }) => kind === 'received').length;
  const again = outcomes.filter((one) => one.kind === 'refused' && one.again).length;
  return (
    <>
      <h2>Nhận tệp thay đơn vị</h2>
      <p>
        Dùng khi đơn vị gửi biểu qua thư hoặc văn bản. Mỗi tệp được đọc, kiểm tra và ghi là lần nộp của đơn vị ghi trong biểu; nhật ký ghi{' '}
        {me.name} là người nhận.
      </p>
      {periodLine.state !== 'open' ? (
        <Notice kind="info">Kỳ {period} đã khóa nên không nhận thêm. Mở lại kỳ trước khi nhận tệp.</Notice>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shorter way; the two fields inside do the same by keyboard.
        <div
          class="panel"
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            if (event.dataTransfer) void droppedFiles(event.dataTransfer).then((files) => take(workbooksAmong(files)));
          }}
        >
          <p>Kéo thả các tệp hoặc cả thư mục vào khung này, hoặc:</p>
          <div class="row">
            <label>
              Chọn các tệp .xlsx
              <input type="file" multiple accept=".xlsx,.xlsm" disabled={running !== null} onChange={onChoose} />
            </label>
            <label>
              Chọn cả thư mục
              <input
                type="file"
                ref={(input) => {
                  if (input) input.webkitdirectory = true;
                }}
                disabled={running !== null}
                onChange={onChoose}
              />
            </label>
          </div>
        </div>
      )}
      {running && (
        <div class="row" role="status">
          <progress value={running.done} max={running.all} aria-label="Số tệp đã xử lý" /> {running.done}/{running.all} tệp{' '}
          <button type="button" onClick={() => run.stop()}>
            Dừng
          </button>
        </div>
      )}
      {others > 0 && <p class="quiet">Bỏ qua {others} tệp không phải biểu .xlsx.</p>}
      {!running && outcomes.length > 0 && (
        <Notice kind={received === outcomes.length ? 'good' : 'warning'}>
          <p>
            Đã nhận {received}/{outcomes.length} tệp.
          </p>
          {again > 0 && (
            <button type="button" onClick={() => void run.resume().then(reload)}>
              Nhận tiếp {again} tệp chưa xong
            </button>
          )}
        </Notice>
      )}
      <ul class="exports">
        {outcomes.map((outcome, k) => (
          <li key={`${k}|${outcome.file.name}`} class="panel">
            <b>{outcome.file.webkitRelativePath || outcome.file.name}</b>
            {outcome.kind === 'received' ? (
              <p>
                ✓ {nameOf(outcome.receipt.agency)}: lần nộp {outcome.receipt.version},{' '}
                {momentText(outcome.receipt.at, plan.reporting.utcOffset)}
              </p>
            ) : (
              <p>✕ {outcome.told}</p>
            )}
            <FindingList findings={outcome.findings} />
          </li>
        ))}
      </ul>
    </>
  );
}
