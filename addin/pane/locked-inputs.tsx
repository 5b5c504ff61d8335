import { useState } from 'preact/hooks';
import type { SheetAreas, WorkbookPort } from '../excel/port.ts';
import type { CheckContext } from '../ui/check-context.ts';
import { Notice } from '../ui/notice.tsx';
import type { CheckedForm } from './check-form.ts';
import { inputAreas } from './input-areas.ts';
import { troubleSentence } from './trouble-text.ts';
import { useExcelAnswer } from './use-excel-answer.ts';

interface Props {
  readonly checked: CheckedForm;
  readonly checkContext: CheckContext;
  readonly port: WorkbookPort;
  readonly readAgain: () => Promise<void>;
}

/** Input cells that a paste has locked, and the button that opens them again; nothing where there are none. */
export function LockedInputs({ checked, checkContext, port, readAgain }: Props) {
  const [locked, setLocked] = useState<readonly SheetAreas[]>([]);
  const [trouble, setTrouble] = useState<string | null>(null);
  useExcelAnswer(() => port.lockedAmong(inputAreas(checked.reading, checkContext)), setLocked, [checked]);
  if (locked.every(({ areas }) => areas.length === 0)) return null;
  const open = async (): Promise<void> => {
    const done = await port.unlock(locked);
    setTrouble(done.ok ? null : troubleSentence(done.error));
    await readAgain();
  };
  return (
    <Notice kind="warning">
      <p>
        Có ô nhập đang bị khóa, thường do dán từ nơi khác, nên không gõ được vào đó. Sửa xong thì không hoàn tác (Ctrl+Z) được các việc
        trước đó.
      </p>
      {trouble && <p role="alert">{trouble}</p>}
      <button type="button" onClick={() => void open()}>
        Sửa ô bị khóa
      </button>
    </Notice>
  );
}
