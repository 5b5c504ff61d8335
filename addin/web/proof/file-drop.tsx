import { useDrop } from '../../ui/use-drop.ts';

/** Takes one workbook, dropped or chosen. */
export function FileDrop({ onFile }: { readonly onFile: (file: File) => void }) {
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file) onFile(file);
  };
  const { isOver, handlers } = useDrop(({ files }) => take(files));
  return (
    <fieldset class={isOver ? 'drop over' : 'drop'} {...handlers}>
      <legend class="visually-hidden">Tệp cần xác minh</legend>
      <input
        id="workbook"
        class="visually-hidden"
        type="file"
        accept=".xlsx,.xlsm"
        onChange={({ currentTarget }) => {
          take(currentTarget.files);
          currentTarget.value = ''; // the same file again is a new question: it may have been changed
        }}
      />
      <label class="button primary" for="workbook">
        Chọn tệp Excel cần xác minh
      </label>
      <p class="quiet">Hoặc kéo tệp (.xlsx, .xlsm) thả vào khung này. Tệp được đọc ngay trong trình duyệt, không gửi đi đâu.</p>
    </fieldset>
  );
}
