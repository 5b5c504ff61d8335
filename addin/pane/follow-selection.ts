import type { CellPosition, ChosenCell, Unsubscribe, WorkbookPort } from '../excel/port.ts';
import { untilExcelAnswers } from '../excel/until-excel-answers.ts';

/**
 * Tells which cell is chosen, now and at each choice, until what is returned is called; Excel that is too busy to listen is asked again.
 * `alsoRead` as `WorkbookPort.onSelect` has it.
 */
export function followSelection(
  port: WorkbookPort,
  onChosen: (chosen: ChosenCell) => void,
  alsoRead?: (cell: CellPosition) => readonly CellPosition[],
): () => void {
  let isOver = false;
  let stop: Unsubscribe | null = null;
  const tell = (chosen: ChosenCell): void => {
    if (!isOver) onChosen(chosen);
  };
  const listen = async () => {
    const listening = await port.onSelect(tell, alsoRead);
    if (!listening.ok) return [listening.error];
    stop = listening.value;
    if (isOver) await stop();
    return [];
  };
  void untilExcelAnswers(listen, () => isOver);
  return () => {
    isOver = true;
    void stop?.();
  };
}
