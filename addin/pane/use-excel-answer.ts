import type { Result } from '../../core/result.ts';
import type { Trouble } from '../excel/trouble.ts';
import { untilExcelAnswers } from '../excel/until-excel-answers.ts';
import { useAtOnce } from '../ui/use-at-once.ts';

/**
 * Asks Excel for something when the part is shown and whenever one of `keys` changes, and again while it is only busy. The answer to a
 * question before is nobody's.
 */
export function useExcelAnswer<T>(ask: () => Promise<Result<T, Trouble>>, onAnswer: (answer: T) => void, keys: readonly unknown[]): void {
  useAtOnce(() => {
    let isOver = false;
    const askNow = async (): Promise<readonly Trouble[]> => {
      const answer = await ask();
      if (!answer.ok) return [answer.error];
      if (!isOver) onAnswer(answer.value);
      return [];
    };
    void untilExcelAnswers(askNow, () => isOver);
    return () => {
      isOver = true;
    };
  }, keys);
}
