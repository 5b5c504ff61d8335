import type { SheetLayout } from '../../core/layout.ts';
import { sheetsOf } from '../../core/tables/sheets-of.ts';
import { defaultPlan } from '../../seeds/plan.ts';

const sheets = sheetsOf(defaultPlan());

const sheetOfKind = (kind: SheetLayout['kind']): SheetLayout => {
  const sheet = sheets.find((one) => one.kind === kind);
  if (!sheet) throw new Error(`the plan has no table of ${kind}`);
  return sheet;
};

/** The tables of the plan of the seeds. */
export const INDICATOR_SHEET = sheetOfKind('indicators');
export const TASK_SHEET = sheetOfKind('tasks');
