import type { Unsubscribe, WorkbookPort } from '../excel/port.ts';
import type { Trouble } from '../excel/trouble.ts';
import { untilExcelAnswers } from '../excel/until-excel-answers.ts';
import { useAtOnce } from '../ui/use-at-once.ts';
import type { FormEvent } from './form-state.ts';
import { troubleSentence } from './trouble-text.ts';

/**
 * Reads the whole workbook now and after each edit, as long as the form is shown, and gives what reads it again. Events of Excel can
 * be lost, so nothing but the workbook itself is believed. Excel that was too busy to listen or to be read the first time is asked again.
 */
export function useWorkbook(port: WorkbookPort, dispatch: (event: FormEvent) => void): () => Promise<void> {
  const read = async (): Promise<Trouble | null> => {
    const workbook = await port.read();
    dispatch(workbook.ok ? { kind: 'workbook-read', workbook: workbook.value } : { kind: 'failed', why: troubleSentence(workbook.error) });
    return workbook.ok ? null : workbook.error;
  };
  const readAgain = async (): Promise<void> => void (await read());
  useAtOnce(() => {
    let isOver = false;
    let stop: Unsubscribe | null = null;
    const begin = async (): Promise<readonly Trouble[]> => {
      const listening = stop === null ? await port.onEdit(readAgain) : null;
      if (listening?.ok) stop = listening.value;
      if (isOver) {
        await stop?.();
        return [];
      }
      if (listening) dispatch({ kind: listening.ok ? 'edits-heard' : 'edits-unheard' });
      const trouble = await read();
      return [listening && !listening.ok ? listening.error : null, trouble].filter((one) => one !== null);
    };
    void untilExcelAnswers(begin, () => isOver);
    return () => {
      isOver = true;
      void stop?.();
    };
  }, [port]);
  return readAgain;
}
