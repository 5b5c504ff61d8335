import type { Alignment, Font, Worksheet } from 'exceljs';
import { MOTTO, NATION } from '../../core/report-text/nation.ts';
import { RULE_SIZE, strokeLine } from '../style/letterhead.ts';
import { wrappedLines } from '../style/row-height.ts';
import { textWidth } from '../style/text-width.ts';
import { font, SIZE } from '../style/type.ts';
import type { FormTable } from './form-table.ts';
import type { Letterhead } from './letterhead-text.ts';

const CENTRE: Partial<Alignment> = { horizontal: 'center', vertical: 'middle' };

/**
 * Columns over which the two halves of the letterhead stand. The right edge stays free: a digital signature is shown there (Nghị định 30).
 */
interface Halves {
  readonly left: readonly [number, number];
  readonly right: readonly [number, number];
}

/** Writes rows 1 to 8: the agency at the left, the nation's name at the right, the annex's heading below. */
export function writeLetterhead(
  sheet: Worksheet,
  table: FormTable,
  text: Letterhead,
  annex: { readonly heading: string; readonly title: string },
): void {
  const [left, right] = halvesOf(table);
  const whole: readonly [number, number] = [table.printed.first, table.printed.last];
  const put = (row: number, [from, to]: readonly [number, number], value: string, face: Partial<Font>, alignment = CENTRE): void => {
    sheet.mergeCells(row, from, row, to);
    const cell = sheet.getCell(row, from);
    cell.value = value;
    cell.style = { font: face, alignment };
  };
  const agencyLines = wrappedLines({ text: text.agency, width: widthOf(table, left), size: SIZE.letterhead, weight: 'bold' });
  put(1, left, text.governs, font({ size: SIZE.letterhead }));
  put(2, left, text.agency, font({ size: SIZE.letterhead, bold: true }), { ...CENTRE, wrapText: true });
  putNation(sheet, right);
  put(3, left, strokeLine(textWidth(text.agency, SIZE.letterhead, 'bold') / agencyLines / 2.5), font({ size: RULE_SIZE }));
  put(3, right, strokeLine(textWidth(MOTTO, SIZE.motto, 'bold')), font({ size: RULE_SIZE }));
  put(4, left, text.number, font({ size: SIZE.letterhead }));
  put(4, right, text.placeAndDate, font({ size: SIZE.letterhead, italic: true }));
  put(5, whole, annex.heading, font({ size: SIZE.heading, bold: true }));
  put(6, whole, annex.title, font({ size: SIZE.title, bold: true }));
  put(7, whole, text.attached, font({ size: SIZE.line, italic: true }));
  put(8, whole, text.schedule, font({ size: SIZE.table }));
  const heights = [17.5, 17.5 * agencyLines, 7.5, 17, 21, 18, 17, 18];
  heights.forEach((height, k) => {
    sheet.getRow(k + 1).height = height;
  });
}

/** Both lines of the nation's name in one cell above its rule: a long name at the left may take two lines, and nothing comes apart. */
function putNation(sheet: Worksheet, [from, to]: readonly [number, number]): void {
  sheet.mergeCells(1, from, 2, to);
  const cell = sheet.getCell(1, from);
  cell.value = {
    richText: [
      { font: font({ size: SIZE.letterhead, bold: true }), text: `${NATION}\n` },
      { font: font({ size: SIZE.motto, bold: true }), text: MOTTO },
    ],
  };
  cell.style = { font: font({ size: SIZE.motto, bold: true }), alignment: { horizontal: 'center', vertical: 'bottom', wrapText: true } };
}

/**
 * The left half ends before the plan's last columns, with the rows' names at the earliest; the right half begins at the inputs and ends a
 * column before the paper's edge.
 */
function halvesOf({ firstInput, lastNaming, printed }: FormTable): [Halves['left'], Halves['right']] {
  return [
    [printed.first, Math.max(firstInput - 3, lastNaming)],
    [firstInput, printed.last - 1],
  ];
}

const widthOf = (table: FormTable, [from, to]: readonly [number, number]): number =>
  table.widths.slice(from - 1, to).reduce((sum, width) => sum + width, 0);
