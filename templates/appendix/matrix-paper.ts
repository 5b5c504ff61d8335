import { columnLetters } from '../../core/grid.ts';
import { OWN_SHEETS } from '../../core/own-sheets.ts';
import type { Paper } from '../../xlsx/write/sheet.ts';
import { pageRoom, printScale } from '../style/page.ts';
import { textWidth } from '../style/text-width.ts';
import type { AppendixRequest } from './appendix-request.ts';
import { paperOf } from './paper.ts';
import { pageFooter } from './working-heading.ts';

/** Holds "94,9%" in bold at 10 points. */
export const PRINTED_AGENCY_WIDTH = 6.6;
const NAME_SIZE = 10;
/** Print scales between which a page is chosen: full size wastes paper, smaller ones strain the eye. */
const SCALE = { least: 0.7, most: 0.82 } as const;
/** Printers set columns a little wider than screens: a page is taken as full before it is. */
const SAFE = 0.95;
/** Columns that stay in view and are printed on every page: `Mã` and the indicator. */
export const TITLE_COLUMNS = 2;

/** Height of a heading row in which the longest upright name is not cut off. */
export const uprightHeight = (names: readonly string[]): number =>
  Math.ceil(names.reduce((longest, name) => Math.max(longest, textWidth(name, NAME_SIZE)), 0) * 1.06) + 8;

/**
 * The matrix on paper: the province's figures fill the first page's width; agencies follow on as many pages as it takes, each with
 * `Mã` and the indicator again, and one page high where the rows of the period allow it. All columns on one page would be unreadable.
 */
export function matrixPaper(
  request: AppendixRequest,
  { widths, fixed, header, lastRow, height }: { widths: readonly number[]; fixed: number; header: number; lastRow: number; height: number },
): Paper {
  const paper = paperOf({ widths, lastRow, header, foot: pageFooter(request, OWN_SHEETS.matrix) });
  const scale = Math.min(SCALE.most, Math.max(SCALE.least, pageRoom(1) / height), printScale(widths.slice(0, fixed)));
  const perPage = agenciesPerPage(widths, scale);
  const agencies = widths.length - fixed;
  const pages = Math.ceil(agencies / perPage);
  return {
    ...paper,
    setup: { ...paper.setup, fitToPage: false, scale: Math.round(100 * scale), pageOrder: 'overThenDown' },
    titleColumns: ['A', columnLetters(TITLE_COLUMNS)],
    columnBreaks: Array.from({ length: pages }, (_, page) => fixed + page * perPage),
  };
}

/** As many agencies as fit beside the repeated columns. */
function agenciesPerPage(widths: readonly number[], scale: number): number {
  const repeated = widths.slice(0, TITLE_COLUMNS);
  let count = 1;
  while (printScale([...repeated, ...Array<number>(count + 1).fill(PRINTED_AGENCY_WIDTH)]) * SAFE >= scale) count++;
  return count;
}
