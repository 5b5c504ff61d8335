import { MOST_READING_MS } from '../beside/reading-worker.ts';
import { workBriefly } from '../beside/work-briefly.ts';

/** What is read of a file that may be anybody's; null where that takes longer than any file of ours. Throws what `read` throws. */
export function readBriefly<T>(read: () => T): T | null {
  let result: T | null = null;
  workBriefly(MOST_READING_MS, () => {
    result = read();
  });
  return result;
}
