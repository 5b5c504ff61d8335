import type { ComponentChildren } from 'preact';
import { useDrop } from '../../../ui/use-drop.ts';
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
  const { handlers } = useDrop((data) => {
    if (!disabled) void droppedFiles(data).then((files) => onPicked(workbooksAmong(files)));
  });
  return (
    <div class="panel" {...handlers}>
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
