import type { Header } from '../../adopting/recognition.ts';
import type { SheetView } from '../../adopting/sheet-view.ts';
import { cellIn, joinedTexts, pastedText } from './pasted-text.ts';

/** A pasted table as the plan has it, each of its rows in one row. */
export interface PastedView {
  readonly view: SheetView;
  /** Whether several rows of the sheet became this one. */
  readonly isJoined: (row: number) => boolean;
  /** Whether a footnote's number was left out of a text of the row. */
  readonly hadFootnote: (row: number) => boolean;
  /** Whether offices that stand in lines of one cell became a list by their words alone. */
  readonly hadOffices: (row: number) => boolean;
  /** Whether the row's number was a day, or had lost its nought. */
  readonly isRenumbered: (row: number) => boolean;
}

/**
 * Undoes what a spreadsheet program makes of a table of Word's: a cell of several paragraphs goes over as many rows there, all others of its
 * row being merged over them; a cell that went over several rows ("Cơ quan chủ trì" of all of them) is said in each.
 */
export function pastedView(view: SheetView, { bottom, columns }: Header): PastedView {
  const downs = view.grid.merges.filter((merge) => merge.bottom > merge.top && merge.top > bottom);
  const topOf = (row: number, column: number): number =>
    downs.find(({ top, bottom: last, left, right }) => top <= row && row <= last && left <= column && column <= right)?.top ?? row;
  const own = (row: number, column: number): string => pastedText(view, columns, row, column).text;
  const places = Object.values(columns);
  const said = (row: number, column: number | undefined): boolean => column !== undefined && own(row, column) !== '';
  const { tt, name, target, leads, deliverable, timeframe } = columns;
  const rest = places.filter((column) => column !== tt && column !== name);

  /** The rows of the sheet that go on with one above them. */
  const heads = new Map<number, number>();
  const parts = new Map<number, number[]>();
  const numbers = new Map<number, string>();
  let [last, number] = [0, ''];
  for (const { number: row } of view.grid.rows) {
    if (row <= bottom) continue;
    const top = tt === undefined ? row : topOf(row, tt);
    // A row of its own below a number that is merged over several says both what it is and what it is to come to.
    const isOwn =
      said(row, name) && [target, deliverable, timeframe, target === undefined ? leads : undefined].some((column) => said(row, column));
    const isUnder = top < row && !isOwn;
    const goesOn = top === row && last > 0 && row === last + (parts.get(last)?.length ?? 0) + 1 && isContinued(row);
    if (isUnder || goesOn) {
      const head = isUnder ? top : last;
      heads.set(row, head);
      parts.set(head, [...(parts.get(head) ?? []), row]);
      continue;
    }
    last = rest.some((column) => said(row, column)) ? row : 0;
    number = tt === undefined ? '' : tenth(view, row, tt, number, own(row, tt));
    if (tt !== undefined && number !== '' && number !== own(row, tt)) numbers.set(row, number);
  }
  /** A row that has neither number nor name, and no merged cell, goes on with the row above it. */
  function isContinued(row: number): boolean {
    return tt !== undefined && !said(row, tt) && !said(row, name) && rest.some((column) => said(row, column));
  }

  const shown = (row: number, column: number): string => {
    if (heads.has(row)) return '';
    const rows = [row, ...(parts.get(row) ?? [])];
    const texts = rows.map((one) => own(one, column)).filter((text) => text !== '');
    const whole = texts.length > 1 ? joinedTexts(columns, column, texts) : (texts[0] ?? '');
    return (column === tt ? numbers.get(row) : undefined) ?? (whole || own(topOf(row, column), column));
  };
  const anyOf = (row: number, what: 'footnote' | 'listed'): boolean =>
    [row, ...(parts.get(row) ?? [])].some((one) => places.some((column) => pastedText(view, columns, one, column)[what]));
  return {
    view: { ...view, own: shown },
    isJoined: (row) => parts.has(row),
    hadFootnote: (row) => anyOf(row, 'footnote'),
    hadOffices: (row) => anyOf(row, 'listed'),
    isRenumbered: (row) =>
      tt !== undefined && shown(row, tt) !== view.own(row, tt) && typeof cellIn(view.grid, row, tt)?.value === 'number',
  };
}

/** The number behind 1.9 that became a number is 1.10, not 1.1; behind 1.19 it is 1.20. */
function tenth(view: SheetView, row: number, column: number, before: string, text: string): string {
  const cell = cellIn(view.grid, row, column);
  const [, whole, part] = /^(\d{1,2})\.(\d{1,2})$/.exec(before) ?? [];
  const next = `${whole}.${Number(part) + 1}`;
  return typeof cell?.value === 'number' && cell.format !== 'date' && next.endsWith('0') && next === `${text}0` ? next : text;
}
