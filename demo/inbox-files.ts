import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../cli/output.ts';
import { progress } from '../cli/progress.ts';
import type { RowValues } from '../core/form/row-values.ts';
import { obligationsOf } from '../core/plan/obligations.ts';
import type { ChosenPlan } from '../seeds/chosen-plan.ts';
import { buildForm } from '../templates/form/build-form.ts';
import { type FormValues, formValuesOf } from '../templates/form/form-values.ts';
import { handled } from './handled.ts';
import type { MadeUpFile, MadeUpInbox } from './made-up/inbox.ts';

/** Fills in the form of everybody who sends one and writes all that comes in into a folder. */
export async function writeInbox(inbox: MadeUpInbox, chosen: Pick<ChosenPlan, 'plan' | 'agencies'>, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const shown = progress('Đang điền biểu', inbox.files.length);
  for (const [k, file] of inbox.files.entries()) {
    writeWhole(join(folder, file.name), await filledForm(file, chosen));
    shown.step(k + 1);
  }
  for (const { name, bytes } of inbox.strange) writeWhole(join(folder, name), bytes);
  shown.end();
}

async function filledForm(
  { agency, formPeriod, report, mistakes, modified, repeatedRow }: MadeUpFile,
  { plan, agencies }: Pick<ChosenPlan, 'plan' | 'agencies'>,
): Promise<Uint8Array> {
  const form = obligationsOf(plan, agencies, formPeriod);
  const typed = mistakes.filter(({ value }) => !(value instanceof Date));
  const bytes = await buildForm({ obligations: form, agency, values: overwritten(formValuesOf(report), typed) });
  return handled(bytes, { modified, repeatedRow, date: mistakes.find(({ value }) => value instanceof Date) }, plan);
}

function overwritten(values: FormValues, mistakes: MadeUpFile['mistakes']): FormValues {
  const rows = new Map<MadeUpFile['mistakes'][number]['row'], RowValues>(values);
  for (const { row, field, value } of mistakes) rows.set(row, { ...rows.get(row), [field]: value });
  return rows;
}
