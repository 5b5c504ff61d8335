import { type Day, dayOfSerial, serialOfDay } from '../../core/day.ts';
import type { Agency } from '../../core/plan/agency.ts';
import { isLocal } from './agency-size.ts';
import type { Dice } from './dice.ts';

const SATURDAY = 0;
const SUNDAY = 1;

/** A working day between two days, both inclusive, drawn; the last day where there is none. */
export function workday(dice: Dice, from: Day, to: Day): Day {
  const [first, last] = [serialOfDay(from), serialOfDay(to)];
  let serial = dice.between(first, last);
  while (isWeekend(serial) && serial > first) serial--;
  while (isWeekend(serial) && serial < last) serial++;
  return dayOfSerial(serial) ?? to;
}

const isWeekend = (serial: number): boolean => serial % 7 === SATURDAY || serial % 7 === SUNDAY;

/** A day of a year from its "MM-DD". */
export const dayIn = (year: number, monthDay: string): Day => `${year}-${monthDay}` as Day; // both halves are literals of this room

/** The letters of an agency in its documents' symbols: UBND for a commune, SNV, CAT. */
export const agencyLetters = (agency: Agency): string => (isLocal(agency) ? 'UBND' : /^Văn phòng /.test(agency.name) ? 'VP' : agency.id);

/** A document's number and symbol ("215/BC-UBND"); numbers below 10 have a zero, as Nghị định 30/2020 asks. */
export function symbolOf(dice: Dice, type: string, letters: string, most: number): string {
  return `${String(dice.between(8, most)).padStart(2, '0')}/${type}-${letters}`;
}
