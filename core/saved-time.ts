import * as z from 'zod';
import { offsetMs } from './local-day.ts';

/**
 * When a workbook was last saved, as the program that saved it says. LibreOffice and its kin write the clock on the wall and call it
 * UTC (`Z`), a time without a zone says nothing about it: such a time `mayBeLocal`. Plain data, so that it can be stored and sent.
 */
export const SavedTime = z.strictObject({
  /** As it stands in the file, read as UTC. */
  at: z.iso.datetime(),
  mayBeLocal: z.boolean(),
  /** The program and its version, where its time may be local: two times of one program are read alike. */
  program: z.string().max(120).nullable(),
});
export type SavedTime = z.infer<typeof SavedTime>;

/** Where the times are judged: clocks are `offset` ("+07:00") ahead of UTC, and nothing was saved after `now`. */
export interface Clock {
  readonly offset: string;
  readonly now: Date;
}

/** How one time stands to another; `unclear` where it depends on how they are read. */
export type SavedOrder = 'earlier' | 'later' | 'same' | 'unclear';

/** The instant that is shown and that lateness is judged by: read as local where it may be local. Null where it lies after `now`. */
export function savedAt(saved: SavedTime | null, clock: Clock): Date | null {
  const [earliest] = instantsOf(saved, clock);
  return earliest === undefined ? null : new Date(earliest);
}

/** Whether `one` was saved before or after `other`, whatever the possible readings of their times; no time is `unclear`. */
export function compareSaved(one: SavedTime | null, other: SavedTime | null, clock: Clock): SavedOrder {
  const [left, right] = [instantsOf(one, clock), instantsOf(other, clock)];
  if (left.length === 0 || right.length === 0) return 'unclear';
  const alike = one?.mayBeLocal && other?.mayBeLocal && one.program !== null && one.program === other.program;
  const orders = new Set(
    alike
      ? [Math.sign(Date.parse(one.at) - Date.parse(other.at))]
      : left.flatMap((instant) => right.map((another) => Math.sign(instant - another))),
  );
  const [order] = orders;
  if (orders.size > 1 || order === undefined) return 'unclear';
  return order < 0 ? 'earlier' : order > 0 ? 'later' : 'same';
}

/** The instants that a time can mean, the local reading first where it can be local; none of them after `now`. */
function instantsOf(saved: SavedTime | null, { offset, now }: Clock): number[] {
  if (!saved) return [];
  const said = Date.parse(saved.at);
  return (saved.mayBeLocal ? [said - offsetMs(offset), said] : [said]).filter((instant) => instant <= now.getTime());
}
