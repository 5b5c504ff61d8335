import { readRelated } from '../../read/package/office-document.ts';
import type { Archive } from '../../read/zip/archive.ts';
import type { Records } from '../zip/records.ts';

const FOLDER = '_xmlsignatures/';
/** Last word of the relationship that leads to a package's signatures. */
const ORIGIN = 'origin';

/** Whether the package carries a digital signature: any change would break it. */
export function isSigned(archive: Archive, { records }: Records): boolean {
  const related = readRelated(archive, '');
  return records.some(({ key }) => key.startsWith(FOLDER)) || (related.ok && related.value.some(({ type }) => type === ORIGIN));
}
