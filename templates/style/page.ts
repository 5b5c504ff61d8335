import type { Worksheet } from 'exceljs';
import { columnLetters } from '../../core/grid.ts';
import { paginate } from './page-breaks.ts';
import { pointsOf } from './row-height.ts';
import { FACE } from './type.ts';

const POINTS_PER_MM = 72 / 25.4;
const A4 = 9;
const LAST_COLUMN = 16_384;
/** Millimetres on each side of a page, and from its edges to header and footer. */
type PaperMargins = Readonly<Record<'left' | 'right' | 'top' | 'bottom' | 'header' | 'footer', number>>;

/**
 * A4 landscape in millimetres; margins of Nghị định 30/2020/NĐ-CP, Phụ lục I, turned with the sheet: 20 above and at the left, 15
 * elsewhere.
 */
const SHEET = { width: 297, height: 210 } as const;
const MARGIN = { left: 20, right: 15, top: 20, bottom: 15, header: 9, footer: 7 } as const;
/** Of annexes that are signed: the table takes what the decree leaves it. */
export const ANNEX_MARGIN: PaperMargins = { left: 15, right: 15, top: 20, bottom: 15, header: 9, footer: 7 };
/** Print scales are whole percents, and printers differ by a little: a page is taken as full before it is. */
const SAFE = 0.97;

const inches = (millimetres: number): number => millimetres / 25.4;
const points = (millimetres: number): number => millimetres * POINTS_PER_MM;

/** What the set-up reads and writes of a sheet. */
type PaperSheet = Pick<Worksheet, 'pageSetup' | 'headerFooter'> & { readonly columns: readonly { readonly width?: number }[] };

/** Columns that are printed; 1 is column A. */
export interface ColumnSpan {
  readonly first: number;
  readonly last: number;
}

export interface PageChoice {
  readonly columns: ColumnSpan;
  /** Last row that is printed. */
  readonly lastRow: number;
  /** Rows printed again on every page; null where the sheet has none. */
  readonly titles: { readonly first: number; readonly last: number } | null;
  /** Whether a long sheet goes on over pages or is made smaller. */
  readonly pages: 'as-many' | 'one';
  /** What stands at the foot of each page, left and right; null: nothing. */
  readonly foot: { readonly left: string; readonly right: string } | null;
  /** Left out: those of forms and working sheets. */
  readonly margin?: PaperMargins;
}

/** Print scale at which columns of this total width fit the page: 1 is full size. */
export function printScale(widths: readonly number[], margin: PaperMargins = MARGIN): number {
  const wanted = widths.reduce((sum, width) => sum + pointsOf(width), 0);
  return Math.min(1, Math.floor((100 * points(SHEET.width - margin.left - margin.right)) / wanted) / 100);
}

const printedWidths = ({ columns }: Pick<PaperSheet, 'columns'>, { first, last }: ColumnSpan): number[] =>
  columns.slice(first - 1, last).map(({ width }) => width ?? 0);

/** Points of row height that fit one page at a scale. */
export const pageRoom = (scale: number, margin: PaperMargins = MARGIN): number =>
  (points(SHEET.height - margin.top - margin.bottom) / scale) * SAFE;

/** Points between the left and right margins of an annex. */
export const ANNEX_ROOM = points(SHEET.width - ANNEX_MARGIN.left - ANNEX_MARGIN.right);

/** One part of a header or footer: each repeats its font, or programs fall back to another; `&` in text is doubled. */
const part = (size: number, text: string): string => `&"${FACE},Regular"&${size} ${text}`;
const escaped = (text: string): string => text.replaceAll('&', '&&');

/**
 * A4 landscape, as wide as one page and as long as it takes; page number centred in the top margin, not on the first page (Nghị định 30).
 */
export function setPage(sheet: PaperSheet, { columns, lastRow, titles, pages, foot, margin = MARGIN }: PageChoice): void {
  sheet.pageSetup = {
    ...sheet.pageSetup,
    paperSize: A4,
    orientation: 'landscape',
    fitToPage: true,
    scale: Math.round(100 * printScale(printedWidths(sheet, columns), margin)),
    fitToWidth: 1,
    fitToHeight: pages === 'one' ? 1 : 0,
    firstPageNumber: 1,
    horizontalCentered: true,
    // exceljs sets a $ before each end of its own
    printArea: `${columnLetters(columns.first)}$1:${columnLetters(columns.last)}$${lastRow}`,
    ...(titles && { printTitlesRow: `${titles.first}:${titles.last}` }),
    margins: {
      left: inches(margin.left),
      right: inches(margin.right),
      top: inches(margin.top),
      bottom: inches(margin.bottom),
      header: inches(margin.header),
      footer: inches(margin.footer),
    },
  };
  sheet.headerFooter.differentFirst = true;
  sheet.headerFooter.oddHeader = `&C${part(13, '&P')}`;
  if (foot === null) return;
  const footer = `&L${part(10, escaped(foot.left))}&R${part(10, escaped(foot.right))}`;
  sheet.headerFooter.oddFooter = footer;
  sheet.headerFooter.firstFooter = footer;
}

/** Breaks pages so that no heading row is left behind at a page's end; call when all rows have their heights. */
export function breakPages(
  sheet: Worksheet,
  columns: ColumnSpan,
  rows: { readonly first: number; readonly last: number; readonly header: number },
  isHeading: (row: number) => boolean,
): void {
  const scale = printScale(printedWidths(sheet, columns));
  const heights = Array.from({ length: rows.last - rows.first + 1 }, (_, k) => ({
    height: sheet.getRow(rows.first + k).height,
    heading: isHeading(rows.first + k),
  }));
  const above = Array.from({ length: rows.first - 1 }, (_, k) => sheet.getRow(k + 1).height).reduce((sum, height) => sum + height, 0);
  const room = pageRoom(scale);
  const titles = sheet.getRow(rows.header).height;
  for (const index of paginate(heights, { first: room - above, later: room - titles }))
    sheet.getRow(rows.first + index).addPageBreak(1, LAST_COLUMN);
}
