import { useState } from 'preact/hooks';

/** Takes one workbook, dropped or chosen. */
export function FileDrop({ onFile }: { readonly onFile: (file: File) => void }) {
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined): void => {
    const file = files?.[0];
    if (file) onFile(file);
  };
  return (
    <fieldset
      class={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
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
