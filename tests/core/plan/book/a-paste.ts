import { blankPlan } from '../../../../core/plan/book/blank-plan.ts';
import { proposePlan } from '../../../../core/plan/book/propose-plan.ts';
import type { Plan } from '../../../../core/plan/plan.ts';
import agencies from '../../../../seeds/agencies.json';
import plan from '../../../../seeds/plan.json';
import { buildPlanWorkbook } from '../../../../templates/plan-workbook/build-plan-workbook.ts';
import { readWorkbook } from '../../../../xlsx/read/read-workbook.ts';
import { loadedBook } from '../../../support/loaded-book.ts';

/** A line of a pasted table, from its first column. A text with parts is one of which the last is raised. */
export type Line = readonly (string | number | Date | readonly [text: string, raised: string])[];

/**
 * What is proposed for a table that was pasted into the blank workbook; `merges`: cells of the table that go over others, as "A1:B1" of the
 * table itself.
 */
export async function proposed(
  lines: readonly Line[],
  merges: readonly (readonly [top: number, left: number, bottom: number, right: number])[] = [],
  sheet = 'Chỉ tiêu',
  general: Readonly<Record<string, string>> = {},
) {
  return (await proposal(lines, merges, sheet, general)).written.plan as Plan;
}

/** The same with all that is told of it; `general`: lines of the first part. */
export async function proposal(
  lines: readonly Line[],
  merges: readonly (readonly [top: number, left: number, bottom: number, right: number])[] = [],
  sheet = 'Chỉ tiêu',
  general: Readonly<Record<string, string>> = {},
) {
  const book = await loadedBook(await buildPlanWorkbook(blankPlan({ plan, agencies })));
  const grid = book.getWorksheet(sheet);
  if (!grid) throw new Error('no sheet');
  lines.forEach((line, k) => {
    line.forEach((text, c) => {
      if (text === '') return;
      const cell = grid.getCell(4 + k, 2 + c);
      cell.value = isRaised(text) ? { richText: [{ text: text[0] }, { text: text[1], font: { vertAlign: 'superscript' } }] } : text;
      // cells of a file that was loaded share their styles
      if (typeof text === 'number') cell.style = { ...cell.style, numFmt: 'General' };
      if (text instanceof Date) cell.style = { ...cell.style, numFmt: 'd/m/yyyy' };
    });
  });
  for (const [top, left, bottom, right] of merges) grid.mergeCells(4 + top, 2 + left, 4 + bottom, 2 + right);
  book.getWorksheet('Kế hoạch')?.eachRow((row) => {
    const said = general[String(row.getCell(1).value)];
    if (said !== undefined) row.getCell(2).value = said;
  });
  const read = readWorkbook(new Uint8Array(await book.xlsx.writeBuffer()));
  if (!read.ok) throw new Error(read.error.rule);
  return proposePlan(read.value);
}

const isRaised = (text: Line[number]): text is readonly [string, string] => Array.isArray(text);
