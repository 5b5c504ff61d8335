import type { PageSetup, Worksheet } from 'exceljs';
import type { Paper } from '../../xlsx/write/sheet.ts';
import { pageRoom, printScale, setPage } from '../style/page.ts';
import { type PagedRow, paginate } from '../style/page-breaks.ts';

export interface PaperChoice {
  readonly widths: readonly number[];
  readonly lastRow: number;
  /** The heading row, printed again on every page. */
  readonly header: number;
  readonly foot: { readonly left: string; readonly right: string };
}

/** A4 landscape as the forms have it: as wide as one page and as long as it takes. */
export function paperOf({ widths, lastRow, header, foot }: PaperChoice): Paper {
  const page: { columns: { width: number }[]; pageSetup: Partial<PageSetup>; headerFooter: Partial<Worksheet['headerFooter']> } = {
    columns: widths.map((width) => ({ width })),
    pageSetup: {},
    headerFooter: {},
  };
  setPage(page, {
    columns: { first: 1, last: widths.length },
    lastRow,
    titles: { first: header, last: header },
    pages: 'as-many',
    foot,
  });
  return { setup: page.pageSetup, headerFooter: page.headerFooter, rowBreaks: [], columnBreaks: [] };
}

/** Numbers of the rows after which a page ends, so that no heading is left behind at a page’s foot. `above` stands over the heading row. */
export function rowBreaksOf(
  widths: readonly number[],
  {
    above,
    header,
    rows,
  }: { readonly above: readonly { height: number }[]; readonly header: { height: number }; readonly rows: readonly PagedRow[] },
): number[] {
  const room = pageRoom(printScale(widths));
  const taken = above.reduce((sum, { height }) => sum + height, 0);
  return paginate(rows, { first: room - taken - header.height, later: room - header.height }).map((index) => above.length + index + 2);
}
