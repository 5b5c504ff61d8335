import type { Row } from '../../xlsx/write/cell.ts';
import type { ConditionalFormat, SheetToWrite } from '../../xlsx/write/sheet.ts';
import { type Column, groupRow, headerRow, itemRow, widthsOf } from './columns.ts';
import { type Halves, letterheadRows, signatureRows } from './letterhead.ts';
import type { OfficialText } from './official-text.ts';
import { paperOf, rowBreaksOf } from './paper.ts';

/** A line of an official table: a heading of the plan, or one of its rows. */
export type OfficialLine<T> = { readonly heading: { readonly tt: string; readonly title: string } } | { readonly item: T };

export interface OfficialTable<T> {
  readonly title: string;
  readonly text: OfficialText;
  readonly halves: Halves;
  readonly columns: readonly Column<T>[];
  /** The column in which a heading's number stands; its title follows. */
  readonly headingAt: number;
  readonly lines: readonly OfficialLine<T>[];
  /** Columns that stay in view. */
  readonly frozenColumns: number;
  readonly formats: (rows: { readonly first: number; readonly last: number }) => readonly ConditionalFormat[];
  readonly foot: { readonly left: string; readonly right: string };
}

/** An annex ready to sign: letterhead, the plan's table with what was reached, room for the signature below. */
export function officialSheet<T>({
  title,
  text,
  halves,
  columns,
  headingAt,
  lines,
  frozenColumns,
  formats,
  foot,
}: OfficialTable<T>): SheetToWrite {
  const letterhead = letterheadRows(text, halves);
  const header = letterhead.rows.length + 1;
  const head = headerRow(columns);
  const body = lines.map((line, k): Row => {
    if ('item' in line) return itemRow(columns, line.item, header + 1 + k);
    return groupRow(columns, { at: headingAt, ...line.heading });
  });
  const last = header + body.length;
  const signature = signatureRows(text, halves, last + 1);
  const paged = [
    // the signature never stands alone on a page: the last row of the table goes with it
    ...body.map(({ height }, k) => ({ height, heading: k === body.length - 1 || 'heading' in (lines[k] ?? {}) })),
    ...signature.rows.map(({ height }, k) => ({ height, heading: k < signature.rows.length - 1 })),
  ];
  const widths = widthsOf(columns);
  return {
    title,
    widths,
    rows: [...letterhead.rows, head, ...body, ...signature.rows],
    merges: [...letterhead.merges, ...signature.merges],
    conditionalFormats: formats({ first: header + 1, last }),
    frozen: { rows: header, columns: frozenColumns },
    filter: null,
    paper: {
      ...paperOf({ widths, lastRow: last + signature.rows.length, header, foot }),
      rowBreaks: rowBreaksOf(widths, { above: letterhead.rows, header: head, rows: paged }),
    },
  };
}
