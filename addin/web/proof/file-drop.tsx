import { FileButton } from '../../ui/file-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useFileDrop } from '../../ui/use-drop.ts';

/** Takes one workbook, dropped or chosen. */
export function FileDrop({ onFile }: { readonly onFile: (file: File) => void }) {
  const { isOver, handlers, refused, take } = useFileDrop(onFile);
  return (
    <fieldset class={isOver ? 'drop over' : 'drop'} {...handlers}>
      <legend class="visually-hidden">Tệp cần xác minh</legend>
      <FileButton id="workbook" look="primary" accept=".xlsx,.xlsm" onFiles={take}>
        Chọn tệp Excel cần xác minh
      </FileButton>
      <p class="quiet">
        <span class="by-mouse">Hoặc kéo tệp (.xlsx, .xlsm) thả vào khung này. </span>Tệp được đọc ngay trong trình duyệt, không gửi đi đâu.
      </p>
      {refused && <Notice kind="error">{refused}</Notice>}
    </fieldset>
  );
}
