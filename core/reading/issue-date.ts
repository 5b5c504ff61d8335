import { type Day, dayOf, dayOfSerial } from '../day.ts';
import { formatDate } from '../format.ts';
import { squash } from '../text.ts';
import { type FilledCell, type Outcome, read, readWith, unread } from './outcome.ts';

const DAY_FIRST = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/;
const IN_WORDS = /^(?:ngày )?(\d{1,2}) tháng (\d{1,2}) năm (\d{4})$/i;
/** Serials of 2000–2100: below, a plain number is more likely a year or a document's number. */
const [FIRST_SERIAL, LAST_SERIAL] = [36_526, 73_415];

/** A document's date: a date cell; a text, day first; a bare serial that lost its format. */
export function readIssueDate(cell: FilledCell): Outcome<Day> {
  const { value } = cell;
  if (typeof value === 'string') return dateOfText(squash(value.normalize('NFKC')));
  if (typeof value === 'boolean') return unread('date-not-read', { text: String(value) });
  const day = dayOfSerial(value);
  if (cell.format === 'date' && day) return read(day);
  if (cell.format === 'plain' && day && value >= FIRST_SERIAL && value <= LAST_SERIAL)
    return readWith(day, 'date-as-number', { value, date: formatDate(day) });
  return unread('date-not-read', { text: String(value) });
}

function dateOfText(text: string): Outcome<Day> {
  const [, day, , month, year] = DAY_FIRST.exec(text) ?? [];
  const [, wordDay, wordMonth, wordYear] = IN_WORDS.exec(text) ?? [];
  const date = dayOf(Number(year ?? wordYear), Number(month ?? wordMonth), Number(day ?? wordDay));
  return date ? readWith(date, 'date-as-text', { text, date: formatDate(date) }) : unread('date-not-read', { text });
}
