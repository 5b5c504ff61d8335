import { bytesOfDocument, MOST_ENTITY_BYTES } from '../store/limits.ts';
import type { CurrentVersion, Head, VersionRow } from '../store/rows.ts';

/** A head holds the report in force and, once it is returned, the remarks: of this plan's 64 rows one of full length each. */
const REMARKS_BYTES = 560 * 1024;
/** Besides: keys, state, rows that were accepted, times. */
const BESIDES_BYTES = 16 * 1024;

/**
 * Whether a report, with its findings, can be stored, and leaves room in its head for whatever a review will say of it: what is taken can
 * be returned.
 */
export const leavesRoom = (version: VersionRow, current: CurrentVersion): boolean =>
  bytesOfDocument(version) <= MOST_ENTITY_BYTES - BESIDES_BYTES &&
  bytesOfDocument(current) <= MOST_ENTITY_BYTES - REMARKS_BYTES - BESIDES_BYTES;

/** Whether all remarks of a report together keep to the room that is left for them; each has a length of its own by its schema. */
export const fitsRemarks = ({ remarks, remark }: Pick<Head, 'remarks' | 'remark'>): boolean =>
  bytesOfDocument({ remarks, remark }) <= REMARKS_BYTES;
