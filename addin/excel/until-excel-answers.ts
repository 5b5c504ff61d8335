import { isPassingInExcel, type Trouble } from './trouble.ts';

/** How long a busy Excel is left alone before it is asked again. */
export const AGAIN_MS = 2000;

/** Asks Excel for something, and again while it is only busy, until `isOver`. What asks gives the troubles it met, none where all is done. */
export async function untilExcelAnswers(ask: () => Promise<readonly Trouble[]>, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const troubles = await ask();
    if (!troubles.some(isPassingInExcel)) return;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}
