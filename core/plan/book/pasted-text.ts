import type { Header } from '../../adopting/recognition.ts';
import type { SheetView } from '../../adopting/sheet-view.ts';
import { dayOfSerial } from '../../day.ts';
import { type Cell, cellAt, type Grid } from '../../grid.ts';
import type { Field } from '../../layout.ts';
import { squash } from '../../text.ts';

/** The columns that name offices. */
const OFFICES: readonly Field[] = ['leads', 'implementers', 'coordinators'];
/** Signs of Word's lists, some of them letters of its symbol fonts. */
const BULLET = /^[·•▪◦●○■‣\uf000-\uf0ff]\s*/;
const DASH = /^[-–—+*]\s+/;
/** What an office's name does not end with, and what is none by itself: it goes on in the next line ("Văn phòng", below it "UBND tỉnh"). */
const GOES_ON = /(?:[;,:]|(?:^|\s)(?:và|của|các|tỉnh|thuộc))$/i;
const HALF =
  /^(?:sở|bộ|ban(?: quản lý)?|ubnd|[uủ][ỷy] ban(?: nhân dân)?|văn phòng|trung tâm|(?:chi )?cục|hội(?: đồng)?|hiệp hội|đoàn|đài|báo|viện|trường|đại học|bệnh viện|(?:tổng )?công ty|tập đoàn|ngân hàng|liên (?:minh|hiệp|đoàn))$/i;
/** What stands in no other name's midst: below a name that is whole it begins one. */
const SURELY_BEGINS = /^(?:các|sở|ubnd|[uủ][ỷy] ban nhân dân)(?!\p{L})/iu;
/** How an office's name begins: a line that begins otherwise was broken by hand ("Đoàn TNCS", below it "Hồ Chí Minh"). */
const BEGINS =
  /^(?:các|sở|bộ|ban|ubnd|[uủ][ỷy] ban|ubmttq|mttq|mặt trận|hđnd|văn phòng|trung tâm|công an|thanh tra|cục|chi cục|thuế|hải quan|kho bạc|bảo hiểm|ngân hàng|bưu điện|điện lực|hội|hiệp hội|liên (?:minh|hiệp|đoàn)|đoàn|tỉnh (?:đoàn|[uủ][ỷy])|đảng [uủ][ỷy]|t(?:òa|oà)|viện|học viện|trường|đại học|bệnh viện|báo|đài|quỹ|(?:tổng )?công ty|tập đoàn|doanh nghiệp|vnpt|viettel|mobifone|fpt|cơ quan|đơn vị|phòng|xã|phường|thị trấn|đặc khu)(?!\p{L})/iu;
/**
 * The number of a footnote at the end of a text of which a part is raised: behind a word, a stop or a bracket, "[1]" as Word writes it to
 * the clipboard too. "m2" and "CO2" are none.
 */
const FOOTNOTE = /(?:(?<=\p{Ll}{2}[.,;:]?|[)”"%])(?<!(?<!\p{L})[kcdm]m)\d{1,2}|\[\d{1,2}\])$/u;

/** Where a header has which column of the plan. */
export type Columns = Header['columns'];

/** A pasted cell's text, and what of it is a guess. */
interface PastedText {
  /** As the plan has it, in one line; empty where it is blank. */
  readonly text: string;
  /** Whether a footnote's number was left out. */
  readonly footnote: boolean;
  /** Whether lines of the cell became offices of a list that nothing but their words shows. */
  readonly listed: boolean;
}

/** The text of a pasted cell. */
export function pastedText(view: SheetView, columns: Columns, row: number, column: number): PastedText {
  const text = view.own(row, column);
  const cell = cellIn(view.grid, row, column);
  if (typeof cell?.value === 'number') return { text: numberText(cell, text, column === columns.tt), footnote: false, listed: false };
  const offices = isOfOffices(columns, column) ? joinedOffices(String(cell?.value ?? '').split(/[\r\n]+/)) : null;
  const whole = (offices?.text ?? '') || text;
  const said = whole.replace(BULLET, '') || whole; // a sign alone is a tick, no list
  const bare = cell?.mixed ? said.replace(FOOTNOTE, '').trimEnd() : said;
  return { text: bare, footnote: bare !== said, listed: offices?.guessed ?? false };
}

/** Lines of one cell, or cells of one, in a line; offices a line each become a list. */
export const joinedTexts = (columns: Columns, column: number, parts: readonly string[]): string =>
  isOfOffices(columns, column) ? joinedOffices(parts).text : squash(parts.join(' '));

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

/** Lines that name offices as a list; `guessed`: whether one begins a new office without a sign of a list before it. */
function joinedOffices(lines: readonly string[]): { readonly text: string; readonly guessed: boolean } {
  const offices: string[] = [];
  let [ending, guessed] = ['', false];
  for (const line of lines) {
    const whole = squash(line);
    const said = whole.replace(BULLET, '').replace(DASH, '');
    if (said === '') continue;
    const isListed = said !== whole && !/[;,:]$/.test(ending);
    const isGuess = !isListed && BEGINS.test(said) && !/^\p{Ll}/u.test(said) && !GOES_ON.test(ending) && !HALF.test(offices.at(-1) ?? '');
    if (offices.length === 0 || isListed || isGuess) offices.push(said);
    else offices.splice(-1, 1, `${offices.at(-1)} ${said}`);
    guessed ||= isGuess && offices.length > 1 && !SURELY_BEGINS.test(said);
    ending = said;
  }
  return { text: offices.join('; '), guessed };
}

/** A cell of a grid by row and column. */
export function cellIn({ rows }: Grid, row: number, column: number): Cell | undefined {
  let [from, to] = [0, rows.length]; // rows ascend by number
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((rows[middle]?.number ?? 0) < row) from = middle + 1;
    else to = middle;
  }
  const line = rows[from];
  return line?.number === row ? cellAt(line, column) : undefined;
}

const isOfOffices = (columns: Columns, column: number): boolean => OFFICES.some((field) => columns[field] === column);
