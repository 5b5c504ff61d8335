import type { Workbook } from 'exceljs';
import { OWN_SHEETS } from '../../core/own-sheets.ts';
import { setPage } from '../style/page.ts';
import { rowHeight } from '../style/row-height.ts';
import { font, SIZE, WRAPPED } from '../style/type.ts';
import type { GuideLink, GuideSection } from './guide-text.ts';
import { protectForm } from './sheet-frame.ts';

export const GUIDE_TITLE = OWN_SHEETS.guide;
const WIDTH = 150;

/** The short guide in the workbook itself: many offices have nothing else open beside it. */
export async function addGuideSheet(
  workbook: Workbook,
  title: string,
  sections: readonly GuideSection[],
  foot: { readonly left: string; readonly right: string },
): Promise<void> {
  const sheet = workbook.addWorksheet(GUIDE_TITLE);
  sheet.getColumn(1).width = WIDTH;
  let row = 0;
  const put = (line: string | GuideLink, style: 'title' | 'heading' | 'line'): void => {
    const text = typeof line === 'string' ? line : line.text;
    row++;
    const cell = sheet.getCell(row, 1);
    const size = style === 'title' ? SIZE.heading : SIZE.line;
    cell.value = typeof line === 'string' ? line : { text, hyperlink: line.to };
    cell.style = {
      font: font({ size, bold: style !== 'line', colour: typeof line === 'string' ? 'ink' : 'accent' }),
      alignment: style === 'line' ? { ...WRAPPED, indent: 1 } : { horizontal: 'left', vertical: 'middle', wrapText: true },
    };
    // the indent takes about a character and a half
    sheet.getRow(row).height =
      rowHeight([{ text, width: WIDTH - 2, size, weight: style === 'line' ? 'regular' : 'bold' }]) + (style === 'line' ? 0 : 6);
  };
  put(title, 'title');
  for (const { heading, lines } of sections) {
    put(heading, 'heading');
    for (const line of lines) put(line, 'line');
  }
  sheet.views = [{ showGridLines: false }];
  setPage(sheet, { columns: { first: 1, last: 1 }, lastRow: row, titles: null, pages: 'one', foot });
  await protectForm(sheet);
}
