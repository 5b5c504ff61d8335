import { recognise } from '../../../core/adopting/recognise.ts';
import type { Recognition } from '../../../core/adopting/recognition.ts';
import type { Workbook } from '../../../core/grid.ts';
import type { CheckContext } from '../../ui/check-context.ts';

/** A workbook that is no form yet, with what was recognised in it. */
export interface RecognisedWorkbook {
  readonly workbook: Workbook;
  readonly recognition: Recognition;
  /** Whether tables of the plan are there. */
  readonly hasTables: boolean;
}

/** Looks for the plan's tables in a workbook. */
export function recognisedIn(workbook: Workbook, { obligations }: CheckContext): RecognisedWorkbook {
  const recognition = recognise(workbook, obligations);
  return { workbook, recognition, hasTables: recognition.some(({ tables }) => tables.length > 0) };
}
