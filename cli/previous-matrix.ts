import { existsSync, statSync } from 'node:fs';
import { withSuccessors } from '../core/consolidating/with-successors.ts';
import { Matrix } from '../core/matrix.ts';
import { isEarlier, type Period } from '../core/plan/period.ts';
import { shortPeriodName } from '../core/wording/period-names.ts';
import { type CommandContext, parseFile } from './context.ts';
import { inFolder } from './output.ts';
import { WrongCall } from './wrong-call.ts';

/** The matrix of an earlier period: the file, or the one in the folder. */
export function matrixBefore(path: string, period: Period, { plan, agencies }: CommandContext): Matrix {
  const file = existsSync(path) && statSync(path).isDirectory() ? inFolder(path, 'matrix.json') : path;
  const matrix = parseFile(file, Matrix);
  if (matrix.plan !== plan.id) throw new WrongCall(`Ma trận kỳ trước “${file}” thuộc kế hoạch khác (${matrix.plan}).`);
  if (!isEarlier(matrix.period, period))
    throw new WrongCall(
      `Ma trận “${file}” là của kỳ ${shortPeriodName(matrix.period)}, không phải kỳ cùng loại trước kỳ ${shortPeriodName(period)}.`,
    );
  return withSuccessors(matrix, agencies);
}
