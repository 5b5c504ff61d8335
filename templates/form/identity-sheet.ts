import type { Workbook } from 'exceljs';
import { IDENTITY, LAYOUT_VERSION } from '../../core/identity-sheet.ts';
import { font } from '../style/type.ts';
import type { FormRequest } from './form-request.ts';
import { protectForm } from './sheet-frame.ts';

/** The hidden sheet that says whose form this is: labels in column A, values in column B as text. */
export async function addIdentitySheet(workbook: Workbook, { obligations: { plan, period }, agency }: FormRequest): Promise<void> {
  const sheet = workbook.addWorksheet(IDENTITY.sheet, { state: 'veryHidden' });
  const { labels } = IDENTITY;
  const values = { plan: plan.id, period, agency, layoutVersion: LAYOUT_VERSION } satisfies Record<keyof typeof labels, string>;
  (Object.keys(labels) as (keyof typeof labels)[]).forEach((key, k) => {
    // keys of labels are its own
    const row = sheet.getRow(k + 1);
    row.getCell(1).value = labels[key];
    row.getCell(2).value = values[key];
    row.getCell(2).style = { numFmt: '@', font: font() };
  });
  sheet.getColumn(1).width = 16;
  sheet.getColumn(2).width = 28;
  workbook.definedNames.add(`'${IDENTITY.sheet}'!$A$1`, IDENTITY.definedName);
  await protectForm(sheet);
}
