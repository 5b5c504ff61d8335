import type { Field } from '../layout.ts';
import { type HeaderKeys, headerAt } from './find-header.ts';
import { isRowNumber } from './numbering.ts';
import type { Header } from './recognition.ts';
import type { SheetView } from './sheet-view.ts';

/** A row below the header that holds a text in one of the plan's columns. */
export interface SheetLine {
  readonly row: number;
  readonly kind: 'text' | 'header-again';
  /** The plan's columns, as shown; blank ones are left out. */
  readonly texts: ReadonlyMap<Field, string>;
  /** What stands for the row: its name, or the text merged over it. */
  readonly text: string;
  readonly headingLike: boolean;
}

/** The lines of a table from its header down to the sheet's end or to another table's header, and the header's further copies. */
export function readLines(
  view: SheetView,
  first: Header,
  headers: HeaderKeys,
  others: readonly HeaderKeys[],
): { readonly lines: readonly SheetLine[]; readonly headersAgain: readonly Header[] } {
  const lines: SheetLine[] = [];
  const headersAgain: Header[] = [];
  let header = first;
  for (const row of view.grid.rows) {
    if (row.number <= header.bottom) {
      if (row.number > first.bottom) lines.push(again(row.number));
      continue;
    }
    if (others.some((keys) => headerAt(view, row, keys))) break;
    const repeated = headerAt(view, row, headers);
    if (repeated) {
      header = repeated;
      headersAgain.push(repeated);
      lines.push(again(row.number));
      continue;
    }
    const line = lineAt(view, row.number, header);
    if (line) lines.push(line);
  }
  return { lines, headersAgain };
}

const again = (row: number): SheetLine => ({ row, kind: 'header-again', texts: new Map(), text: '', headingLike: false });

function lineAt(view: SheetView, row: number, { columns }: Header): SheetLine | null {
  const texts = new Map<Field, string>();
  for (const [field, column] of Object.entries(columns) as [Field, number][]) {
    // keys of the columns are fields
    const text = view.own(row, column);
    if (text !== '') texts.set(field, text);
  }
  const number = texts.get('tt') ?? '';
  const text = texts.get('name') ?? number;
  if (!/\p{L}/u.test(`${text}${number}`)) return null;
  const rest = [...texts.keys()].filter((field) => field !== 'tt' && field !== 'name');
  return { row, kind: 'text', texts, text, headingLike: rest.length === 0 || !isRowNumber(number) };
}
