import type { Day } from '../../core/day.ts';
import { localDay } from '../../core/local-day.ts';
import { OutboxRow, outboxOf, POSTINGS, PostingRow } from '../store/letter-rows.ts';
import { soundValues } from '../store/sound-row.ts';
import type { Table } from '../store/table.ts';

/** A letter of an event that could not go out for so many days is no news any more. */
const NEWS_DAYS = 3;
const DAY_MS = 86_400_000;

/** The days of which letters of events still go out, today first, where clocks are `offset` ("+07:00") ahead of UTC. */
export const newsDays = (now: Date, offset: string): Day[] =>
  Array.from({ length: NEWS_DAYS }, (_, back) => localDay(new Date(now.getTime() - back * DAY_MS), offset));

/** Whether a reopening is still to be told to agencies. */
export const isNewsYet = ({ at, done }: PostingRow, now: Date): boolean => !done && now.getTime() - Date.parse(at) <= NEWS_DAYS * DAY_MS;

/** How many letters of a period wait: today's, those of events of the days before, and those of reopenings that are not written yet. */
export async function waitingLetters(table: Table, partition: string, now: Date, offset: string): Promise<number> {
  const days = newsDays(now, offset);
  const [today] = days;
  const lists = days.map(async (day) => soundValues(table, partition, await table.list(partition, outboxOf(day)), OutboxRow));
  const letters = (await Promise.all(lists)).flat();
  const waiting = letters.filter(
    ({ day, event, mail: { state } }) => (state === 'waiting' || state === 'sending') && (day === today || event !== undefined),
  );
  const postings = soundValues(table, partition, await table.list(partition, POSTINGS), PostingRow).filter((one) => isNewsYet(one, now));
  const unwritten = postings.map(({ event, agencies }) => agencies.length - letters.filter((letter) => letter.event === event).length);
  return unwritten.reduce((sum, more) => sum + more, waiting.length);
}
