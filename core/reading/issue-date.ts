import { type Day, dayOf, dayOfSerial } from '../day.ts';
import { formatDate } from '../format.ts';
import { dateAsNumber, dateAsText, dateNotRead } from '../rules/dates.ts';
import { quotable, squash } from '../text.ts';
import { type CellOutcome, read, readWith, unreadCell } from './cell-outcome.ts';
import { type FilledCell, shownText } from './filled-cell.ts';
import { numberText } from './one-number.ts';

const DAY_FIRST = /^(?:ngày )?(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?(\d{4})\.?$/i;
const IN_WORDS = /^(?:ngày )?(\d{1,2}) tháng (\d{1,2}) năm (\d{4})$/i;
/** What is dated otherwise is a slip of the hand, a year alone, or a document's number. */
const [FIRST, LAST] = ['2000-01-01', '2099-12-31'];
const DAYS_FROM_1900_TO_1904 = 1462;

/** A document's date: a date cell; a text, day first; a bare serial that lost its format. Always a day of this century. */
export function readIssueDate(cell: FilledCell): CellOutcome<Day> {
  const { value, format, mixed, date1904 } = cell;
  if (typeof value === 'string') return mixed ? unreadCell(dateNotRead, { text: quotable(value) }) : dateOfText(value);
  if (typeof value === 'boolean') return unreadCell(dateNotRead, { text: shownText(cell) });
  const day = dayOfSerial(format === 'plain' && date1904 ? value + DAYS_FROM_1900_TO_1904 : value);
  if (!isOfThisCentury(day) || format === 'percent') return unreadCell(dateNotRead, { text: shownText(cell) });
  return format === 'date' ? read(day) : readWith(day, dateAsNumber, { value, date: formatDate(day) });
}

/** Documents of other days are slips of the hand. */
export const isOfThisCentury = (day: Day | null): day is Day => day !== null && FIRST <= day && day <= LAST;

function dateOfText(said: string): CellOutcome<Day> {
  const text = numberText(said);
  const [, day, , month, year] = DAY_FIRST.exec(text) ?? [];
  const [, wordDay, wordMonth, wordYear] = IN_WORDS.exec(squash(text)) ?? [];
  const date = dayOf(Number(year ?? wordYear), Number(month ?? wordMonth), Number(day ?? wordDay));
  return isOfThisCentury(date)
    ? readWith(date, dateAsText, { text: quotable(said).trim(), date: formatDate(date) })
    : unreadCell(dateNotRead, { text: quotable(said).trim() });
}
