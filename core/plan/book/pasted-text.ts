import type { Header } from '../../adopting/recognition.ts';
import type { SheetView } from '../../adopting/sheet-view.ts';
import { dayOfSerial } from '../../day.ts';
import { type Cell, cellAt, type Grid } from '../../grid.ts';
import type { Field } from '../../layout.ts';
import { squash } from '../../text.ts';

/** The columns that name offices. */
const OFFICES: ReadonlySet<Field> = new Set<Field>(['leads', 'implementers', 'coordinators']);
/** Signs of Word's lists, some of them letters of its symbol fonts. */
const BULLET = /^[·•▪◦●○■‣\uf000-\uf0ff]\s*/;
const DASH = /^[-–—+*]\s+/;
/** What an office's name does not end with: it goes on in the next line. */
const GOES_ON = /(?:[;,:]|(?:^|\s)(?:và|của|các|tỉnh|thuộc))$/i;
/**
 * The number of a footnote at the end of a text of which a part is raised: behind a word, a stop or a bracket, "[1]" as Word writes it to
 * the clipboard too. "m2" and "CO2" are none.
 */
const FOOTNOTE = /(?:(?<=\p{Ll}{2}[.,;:]?|[)”"%])(?<!(?<!\p{L})[kcdm]m)\d{1,2}|\[\d{1,2}\])$/u;

/** Where a header has which column of the plan. */
export type Columns = Header['columns'];

/** The text of a pasted cell as the plan has it, in one line; empty where it is blank. `footnote`: whether a footnote's number was left out. */
export function pastedText(
  view: SheetView,
  columns: Columns,
  row: number,
  column: number,
): { readonly text: string; readonly footnote: boolean } {
  const text = view.own(row, column);
  const cell = cellIn(view.grid, row, column);
  if (typeof cell?.value === 'number') return { text: numberText(cell, text, column === columns.tt), footnote: false };
  const field = fieldOf(columns, column);
  const said = (field !== undefined && OFFICES.has(field) ? joinedOffices(String(cell?.value ?? '').split(/[\r\n]+/)) : text).replace(
    BULLET,
    '',
  );
  const bare = cell?.mixed ? said.replace(FOOTNOTE, '').trimEnd() : said;
  return { text: bare, footnote: bare !== said };
}

/** Lines of one cell, or cells of one, in a line; offices a line each become a list. */
export const joinedTexts = (columns: Columns, column: number, parts: readonly string[]): string => {
  const field = fieldOf(columns, column);
  return field !== undefined && OFFICES.has(field) ? joinedOffices(parts) : squash(parts.join(' '));
};

/**
 * What a spreadsheet program makes of "5/2027" is the first of that month, and of "1.2" in the column of numbers maybe the first of February.
 * A number that is not a row's own has a decimal comma.
 */
function numberText(cell: Cell, text: string, isRowNumber: boolean): string {
  const day = cell.format === 'date' ? dayOfSerial(Number(cell.value)) : null;
  if (day === null) return isRowNumber ? text : text.replace('.', ',');
  const [year, month, date] = day.split('-').map(Number);
  if (isRowNumber) return `${date}.${month}`;
  return date === 1 ? `${month}/${year}` : text;
}

function joinedOffices(lines: readonly string[]): string {
  return lines
    .map((line) => squash(line).replace(BULLET, '').replace(DASH, ''))
    .filter((line) => line !== '')
    .reduce((said, line) => {
      if (said === '') return line;
      return GOES_ON.test(said) || /^\p{Ll}/u.test(line) ? `${said} ${line}` : `${said}; ${line}`;
    }, '');
}

/** A cell of a grid by row and column. */
export function cellIn({ rows }: Grid, row: number, column: number): Cell | undefined {
  const line = rows.find(({ number }) => number === row);
  return line && cellAt(line, column);
}

const fieldOf = (columns: Columns, column: number): Field | undefined =>
  (Object.keys(columns) as Field[]).find((field) => columns[field] === column); // keys of the columns are fields
