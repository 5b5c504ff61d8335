import { hash } from 'node:crypto';
import type { ReadingContext } from '../../core/reading/read-report.ts';
import { textUnits } from '../../core/report-text.ts';
import { readingTookTooLong, unreadableFile } from '../../core/rules/files.ts';
import type { Upload } from '../upload/read-upload.ts';
import { contextNumber } from './context-number.ts';
import type { ReadsUploads } from './reading-pool.ts';

/** All agencies at once, each with the workbook that it has just checked. */
export const MOST_READINGS = 128;
/** A report takes a tenth of it. Longer ones are read again, so that nobody fills the memory. */
const MOST_TEXT_UNITS = 64 * 1024;

/**
 * The same reader, but what it has just read it does not read again: an agency checks its workbook and submits the same bytes. A reading
 * counts for these bytes alone, and for everything that they are held against: plan, agencies, last period, period, day. What it gives is
 * shared, so nobody may change it.
 */
export function readOnce({ read, ...others }: ReadsUploads): ReadsUploads {
  const recent = new Map<string, Upload>();
  return {
    ...others,
    read: async (bytes, context, by) => {
      const key = keyOf(bytes, context);
      const known = recent.get(key);
      if (known) return known;
      const upload = await read(bytes, context, by);
      if (upload === 'busy' || !isKept(upload)) return upload;
      const [oldest] = recent.keys();
      if (recent.size >= MOST_READINGS && oldest !== undefined) recent.delete(oldest);
      recent.set(key, upload);
      return upload;
    },
  };
}

function keyOf(bytes: Uint8Array, { plan, agencies, previous, obligationsOf: _, ...forFile }: ReadingContext): string {
  return `${hash('sha256', bytes)} ${contextNumber({ plan, agencies, previous })} ${JSON.stringify(forFile)}`;
}

/** What took too long, or ended its threads, may not do so another time. */
const isKept = ({ report, findings }: Upload): boolean =>
  !findings.some(({ rule }) => rule === readingTookTooLong.id || rule === unreadableFile.id) &&
  (report === null || textUnits(report) <= MOST_TEXT_UNITS);
