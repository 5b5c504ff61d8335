import { useRef, useState } from 'preact/hooks';
import { FindingList } from '../../../ui/finding-list.tsx';
import { momentText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/notice.tsx';
import type { DeskProps } from '../desk-props.ts';
import { type Outcome, takeIn } from './take-in.ts';

/** Workbooks that came by another way, many at once; each is the agency's that its hidden identity names, and who took it in is on record. */
export function IntakePanel({ api, agency, me, period, periodLine, plan, reload }: DeskProps) {
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const [running, setRunning] = useState<{ readonly done: number; readonly all: number } | null>(null);
  const stop = useRef<AbortController | null>(null);
  const take = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    stop.current = new AbortController();
    setOutcomes([]);
    for (const [k, file] of files.entries()) {
      if (stop.current.signal.aborted) break;
      setRunning({ done: k, all: files.length });
      const outcome = await takeIn(api, period, file, stop.current.signal);
      setOutcomes((before) => [...before, outcome]);
    }
    setRunning(null);
    await reload();
  };
  const received = outcomes.filter(({ kind }) => kind === 'received').length;
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
        <label
          class="panel"
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            void take([...(event.dataTransfer?.files ?? [])]);
          }}
        >
          Chọn các tệp .xlsx, hoặc kéo thả vào khung này
          <input
            type="file"
            multiple
            accept=".xlsx,.xlsm"
            disabled={running !== null}
            onChange={(event) => {
              const input = event.currentTarget;
              void take([...(input.files ?? [])]).then(() => {
                input.value = '';
              });
            }}
          />
        </label>
      )}
      {running && (
        <div class="row" role="status">
          <progress value={running.done} max={running.all} aria-label="Số tệp đã xử lý" /> {running.done}/{running.all} tệp{' '}
          <button type="button" onClick={() => stop.current?.abort()}>
            Dừng
          </button>
        </div>
      )}
      {!running && outcomes.length > 0 && (
        <Notice kind={received === outcomes.length ? 'good' : 'warning'}>
          Đã nhận {received}/{outcomes.length} tệp.
        </Notice>
      )}
      <ul class="exports">
        {outcomes.map((outcome) => (
          <li key={outcome.file} class="panel">
            <b>{outcome.file}</b>
            {outcome.kind === 'received' ? (
              <p>
                ✓ {agency.get(outcome.receipt.agency)?.name ?? outcome.receipt.agency}: lần nộp {outcome.receipt.version},{' '}
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
