import type { ComponentChildren } from 'preact';
import { droppedFiles, type PickedFiles, workbooksAmong } from './dropped-files.ts';

interface Props {
  readonly disabled: boolean;
  readonly onPicked: (picked: PickedFiles) => Promise<void>;
  /** What holds for all of them. */
  readonly children: ComponentChildren;
}

/** Takes workbooks: dropped, chosen one by one, or a folder whole. */
export function ChooseFiles({ disabled, onPicked, children }: Props) {
  const onChoose = (event: { readonly currentTarget: HTMLInputElement }): void => {
    const input = event.currentTarget;
    const files = [...(input.files ?? [])];
    void onPicked(input.webkitdirectory ? workbooksAmong(files) : { workbooks: files, others: 0 }).then(() => {
      input.value = '';
    });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shorter way; the two fields inside do the same by keyboard.
    <div
      class="panel"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (event.dataTransfer && !disabled) void droppedFiles(event.dataTransfer).then((files) => onPicked(workbooksAmong(files)));
      }}
    >
      {children}
      <p>Kéo thả các tệp hoặc cả thư mục vào khung này, hoặc:</p>
      <div class="row">
        <label>
          Chọn các tệp .xlsx
          <input type="file" multiple accept=".xlsx,.xlsm" disabled={disabled} onChange={onChoose} />
        </label>
        <label>
          Chọn cả thư mục
          <input
            type="file"
            ref={(input) => {
              if (input) input.webkitdirectory = true;
            }}
            disabled={disabled}
            onChange={onChoose}
          />
        </label>
      </div>
    </div>
  );
}
