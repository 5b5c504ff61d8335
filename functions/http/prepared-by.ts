import { personName } from '../../core/person-name.ts';

/** A longer header is no name, however its letters are written. */
const LONGEST_HEADER = 1_500;

/** Who drew a report up, from `Prepared-By` (UTF-8, percent-encoded), as it may be stored and shown; empty where nobody is named. */
export function preparedByIn(header: string | null): string {
  if (header === null || header.length > LONGEST_HEADER) return '';
  try {
    return personName(decodeURIComponent(header));
  } catch {
    return ''; // percent signs that encode nothing
  }
}
