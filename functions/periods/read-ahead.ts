import { setTimeout as sleep } from 'node:timers/promises';
import { readingContext } from '../../core/reading/reading-context.ts';
import type { Deps } from '../deps.ts';
import { nullIfUnreadable } from '../store/sound-row.ts';
import { currentMatrix, headsOf, previousMatrix } from './matrix-of.ts';
import type { PeriodContext } from './period-context.ts';

/** The reports of a period are read at once, in some 20 milliseconds: between two periods others are served for twice as long. */
const PAUSE_MS = 40;

/**
 * Reads what the first who ask for it would wait for, while others are served: of the current period all that the first workbook and the
 * first matrix need, then all reports in force, so that what is spoilt of them is known.
 */
export async function readAhead(deps: Deps, opened: readonly PeriodContext[]): Promise<void> {
  const pause = (): Promise<void> => sleep(PAUSE_MS, undefined, { ref: false });
  const current = opened.findLast(({ row }) => row.state === 'open');
  if (current) {
    await pause();
    deps.uploads.warm(readingContext({ ...current, previous: await previousMatrix(deps, current) }));
  }
  for (const context of opened.toReversed()) {
    await pause();
    await (context === current ? nullIfUnreadable(currentMatrix(deps, context)) : headsOf(deps, context.partition));
  }
}
