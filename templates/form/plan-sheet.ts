import type { Workbook } from 'exceljs';
import type { PlanLines } from '../../core/form/plan-lines.ts';
import { columnLetters } from '../../core/grid.ts';
import type { FinishSheet } from '../style/package.ts';
import { breakPages, setPage } from '../style/page.ts';
import { SIZE } from '../style/type.ts';
import { type FormTable, HEADER_ROW } from './form-table.ts';
import type { FormValues } from './form-values.ts';
import { setHighlights } from './highlights.ts';
import { setInputRules } from './input-rules.ts';
import { writeLetterhead } from './letterhead.ts';
import type { Letterhead } from './letterhead-text.ts';
import { freeze, letGrow, protectForm, windowFrom } from './sheet-frame.ts';
import { writeTable } from './write-table.ts';

export interface PlanSheet {
  readonly table: FormTable;
  readonly lines: PlanLines;
  readonly letterhead: Letterhead;
  readonly annex: { readonly heading: string; readonly title: string };
  readonly foot: { readonly left: string; readonly right: string };
  readonly values: FormValues;
}

/**
 * One sheet of the form: letterhead, table, input rules, colours, page. What the agency does not owe stands below what is printed, and
 * nothing below the table: the reader would take it for rows. Returns what is to be done to its XML.
 */
export async function addPlanSheet(workbook: Workbook, { table, lines, letterhead, annex, foot, values }: PlanSheet): Promise<FinishSheet> {
  const { title, definedName } = table.layout;
  const sheet = workbook.addWorksheet(title, { properties: { defaultRowHeight: SIZE.table + 4 } });
  writeLetterhead(sheet, table, letterhead, annex);
  const asked = writeTable(sheet, table, [...lines.owed, ...lines.others], values);
  const lastRow = HEADER_ROW + lines.owed.length;
  setInputRules(sheet, table, asked);
  setHighlights(sheet, table, asked);
  freeze(sheet, table, asked[0]?.row);
  setPage(sheet, { columns: table.printed, lastRow, titles: { first: HEADER_ROW, last: HEADER_ROW }, pages: 'as-many', foot });
  breakPages(
    sheet,
    table.printed,
    { first: HEADER_ROW + 1, last: lastRow, header: HEADER_ROW },
    (row) => lines.owed[row - HEADER_ROW - 1]?.kind === 'heading',
  );
  workbook.definedNames.add(`'${title}'!$${columnLetters(table.columnOf('id'))}$${HEADER_ROW}`, definedName);
  await protectForm(sheet);
  const growing = new Set(asked.map(({ row }) => row));
  return (xml) => windowFrom(letGrow(xml, growing), HEADER_ROW);
}
