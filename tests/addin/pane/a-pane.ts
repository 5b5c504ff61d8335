import type { Frame } from 'playwright-core';
import { plainReport } from '../../../demo/made-up/plain-report.ts';
import { buildForm } from '../../../templates/form/build-form.ts';
import { formValuesOf } from '../../../templates/form/form-values.ts';
import { obligationsIn } from '../../support/a-form.ts';
import type { Service } from '../../support/a-service.ts';
import type { Knobs } from '../../support/excel/knobs.ts';
import type { ExcelModel } from '../../support/excel/model.ts';
import type { ModelSheet } from '../../support/excel/sheet.ts';
import { modelOf } from '../../support/excel/xlsx.ts';
import { soon } from '../../support/soon.ts';

const obligations = obligationsIn('2026');

/** The agency's form as a model of Excel: filled, its first row with figures as given. */
export async function aModel(id: string, numerator: number | string, denominator: number, knobs: Partial<Knobs> = {}) {
  const agency = obligations.agencies.find((one) => one.id === id)!;
  const values = new Map(formValuesOf(plainReport(obligations, agency)));
  const row = [...values.keys()].find((one) => typeof values.get(one)?.denominator === 'number')!;
  values.set(row, { ...values.get(row), numerator, denominator });
  return { model: await modelOf(await buildForm({ obligations, agency: agency.id, values }), knobs), row };
}

/** Signs in by the pane's form, as a person does, and waits until the workbook was checked. */
export async function signIn(pane: Frame, { keys }: Service, agency: string): Promise<void> {
  await pane.getByLabel('Mã truy cập').fill(keys[agency]!);
  await pane.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await pane.getByRole('heading', { name: /^(Kết quả kiểm tra|Nhận sổ này làm biểu)$/ }).waitFor();
}

/** The sheet of the receipt once it stands in the workbook: it is written after the pane has told of the receipt. */
export async function receiptIn(model: ExcelModel): Promise<ModelSheet> {
  await soon(() => expect(model.find('Biên nhận')?.used()).toBeTruthy());
  return model.sheet('Biên nhận');
}
