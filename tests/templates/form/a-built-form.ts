import { cellName } from '../../../core/grid.ts';
import type { Field, SheetLayout } from '../../../core/layout.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { obligationsOf } from '../../../core/plan/obligations.ts';
import type { Period } from '../../../core/plan/period.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import { defaultAgencies } from '../../../seeds/agencies.ts';
import { defaultPlan } from '../../../seeds/plan.ts';
import { buildForm } from '../../../templates/form/build-form.ts';
import type { FormValues } from '../../../templates/form/form-values.ts';
import { INDICATOR_SHEET, TASK_SHEET } from '../../support/plan-sheets.ts';
import { type OpenedCell, type OpenedSheet, opened } from './opened.ts';

export const plan = defaultPlan();
export const obligationsIn = (period: string, of: Plan = plan) => obligationsOf(of, defaultAgencies(), period as Period);

export interface BuiltForm extends ReturnType<typeof opened> {
  readonly bytes: Uint8Array;
  /** The cell of a row of the plan, in the sheet where it stands. */
  readonly cell: (id: string, field: Field) => OpenedCell | undefined;
  readonly placeOf: (id: string, field: Field) => string;
}

/** One agency's form, built and opened again. */
export async function aBuiltForm(agency: string, period = '2026', values?: FormValues, of: Plan = plan): Promise<BuiltForm> {
  const bytes = await buildForm({ obligations: obligationsIn(period, of), agency: agency as AgencyId, ...(values && { values }) });
  return placed(bytes);
}

/** Finds cells by header and `Mã` in any workbook of the form's kind. */
export function placed(bytes: Uint8Array): BuiltForm {
  const book = opened(bytes);
  const placeOf = (id: string, field: Field): string => {
    const layout: SheetLayout = id.startsWith('PL1') ? INDICATOR_SHEET : TASK_SHEET;
    const column = layout.columns.findIndex((one) => one.field === field) + 1;
    return cellName(rowOf(book.sheet(layout.title), id), column);
  };
  const sheetOf = (id: string): OpenedSheet => book.sheet(id.startsWith('PL1') ? INDICATOR_SHEET.title : TASK_SHEET.title);
  return { ...book, bytes, placeOf, cell: (id, field) => sheetOf(id).cells.get(placeOf(id, field)) };
}

function rowOf(sheet: OpenedSheet, id: string): number {
  for (const [place, cell] of sheet.cells) if (cell.value === id) return Number(/\d+/.exec(place)?.[0]);
  return 0;
}
