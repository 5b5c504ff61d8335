import { useEffect } from 'preact/hooks';
import type { WorkbookPort } from '../excel/port.ts';
import type { FormEvent } from './form-state.ts';
import { troubleSentence } from './trouble-text.ts';

/**
 * Reads the whole workbook now and after each edit, as long as the form is shown, and gives what reads it again. Events of Excel can
 * be lost, so nothing but the workbook itself is believed.
 */
export function useWorkbook(port: WorkbookPort, dispatch: (event: FormEvent) => void): () => Promise<void> {
  const read = async (): Promise<void> => {
    const workbook = await port.read();
    dispatch(workbook.ok ? { kind: 'workbook-read', workbook: workbook.value } : { kind: 'failed', why: troubleSentence(workbook.error) });
  };
  useEffect(() => {
    const listening = port.onEdit(read);
    void listening.then(async (one) => {
      if (!one.ok) dispatch({ kind: 'edits-unheard' });
      await read();
    });
    return () => void listening.then((one) => (one.ok ? one.value() : undefined));
  }, [port]);
  return read;
}
