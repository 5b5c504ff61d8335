import type { Draft } from '../../ui/draft.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { momentText } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';
import { useFileDrop } from '../../ui/use-drop.ts';
import type { Work } from './work.ts';

interface Props {
  readonly work: Work;
  readonly trouble: string | null;
  readonly unfinished: Draft | null;
  readonly utcOffset: string;
}

/** Takes the filled form: dropped, chosen, or the one that was being worked on. */
export function ChooseFile({ work, trouble, unfinished, utcOffset }: Props) {
  const { isOver, handlers, refused, take } = useFileDrop((file) => void work.take(file.name, file));
  const told = refused ?? trouble;
  return (
    <section class={`panel drop${isOver ? ' over' : ''}`} aria-labelledby="choose-file" {...handlers}>
      <h2 id="choose-file">2. Chọn biểu đã điền</h2>
      {told && <Notice kind="error">{told}</Notice>}
      {unfinished && (
        <Notice kind="info">
          <p>
            Tệp “{unfinished.name}” đang làm dở từ {momentText(unfinished.keptAt, utcOffset)}, chưa gửi.
          </p>
          <p class="row">
            <button type="button" onClick={() => work.take(unfinished.name, new Blob([unfinished.bytes as Uint8Array<ArrayBuffer>]))}>
              Làm tiếp tệp này
            </button>
            <button type="button" class="link" onClick={() => work.putAway()}>
              Bỏ tệp này
            </button>
          </p>
        </Notice>
      )}
      <p id="choose-how" class="by-mouse">
        Kéo tệp .xlsx thả vào khung này, hoặc:
      </p>
      <FileButton
        id="file"
        aria-describedby="choose-how"
        accept=".xlsx,.xlsm,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onFiles={take}
      >
        Chọn tệp trên máy
      </FileButton>
      <p class="quiet">Tệp được đọc và kiểm tra ngay trên máy này; chưa có gì được gửi đi cho tới khi chọn “Gửi báo cáo”.</p>
    </section>
  );
}
