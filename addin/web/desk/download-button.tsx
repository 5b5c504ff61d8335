import type { Result } from '../../../core/result.ts';
import type { Answer } from '../../api/call.ts';
import type { ApiTrouble } from '../../api/trouble.ts';
import { saveFile } from '../../ui/save-file.ts';
import type { Act } from '../../ui/use-act.ts';

/** A file that the desk can give. */
export interface Download {
  readonly name: string;
  readonly title: string;
  readonly ask: () => Promise<Result<Answer<Blob>, ApiTrouble>>;
}

/** Asks for a file and saves it under its name. */
export const DownloadButton = ({ file, act, isMain }: { readonly file: Download; readonly act: Act; readonly isMain: boolean }) => (
  <button
    type="button"
    class={isMain ? 'primary' : ''}
    disabled={act.waiting}
    onClick={async () => {
      const answer = await act.run(file.ask, `Đã tải ${file.name}.`);
      if (answer) saveFile(answer.value, file.name);
    }}
  >
    {file.title}
  </button>
);
