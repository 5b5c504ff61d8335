import type { ComponentChildren } from 'preact';
import { FileButton } from '../../../ui/file-button.tsx';
import { useDrop } from '../../../ui/use-drop.ts';
import { allChosen, droppedFiles, type PickedFiles, workbooksAmong } from './dropped-files.ts';

interface Props {
  readonly disabled: boolean;
  readonly onPicked: (picked: PickedFiles) => Promise<void>;
  /** What holds for all of them. */
  readonly children: ComponentChildren;
}

/** Takes workbooks, also in zips and mails: dropped, chosen one by one, or a folder whole. */
export function ChooseFiles({ disabled, onPicked, children }: Props) {
  const { handlers } = useDrop((data) => {
    if (!disabled) void droppedFiles(data).then((files) => onPicked(workbooksAmong(files)));
  });
  return (
    <div class="panel" {...handlers}>
      {children}
      <p class="by-mouse">Kéo thả các tệp biểu, tệp nén .zip, thư .eml hoặc cả thư mục vào khung này, hoặc:</p>
      <div class="row">
        <FileButton
          id="intake-files"
          multiple
          accept=".xlsx,.xlsm,.zip,.eml"
          disabled={disabled}
          onFiles={(files) => void onPicked(allChosen(files))}
        >
          Chọn các tệp .xlsx, .zip, .eml
        </FileButton>
        <FileButton id="intake-folder" folder disabled={disabled} onFiles={(files) => void onPicked(workbooksAmong(files))}>
          Chọn cả thư mục
        </FileButton>
      </div>
    </div>
  );
}
