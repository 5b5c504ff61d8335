import { deflateSync, type ZipOptions } from 'fflate';
import { crc32 } from '../read/zip/crc-32.ts';

const [YEAR, MONTH, DAY, HOUR] = [2026, 1, 8, 12] as const;
/** Half the time of the usual level 6, for four hundredths more bytes. */
export const PACKING_LEVEL = 4;

/**
 * How whatever is written is packed. Entries of a zip carry a time without a zone: a date in local time reads the same on every machine.
 */
export const PACKING: ZipOptions = { level: PACKING_LEVEL, mtime: new Date(YEAR, MONTH - 1, DAY, HOUR, 0, 0) };

/** The time of entries as a zip has it, after MS-DOS. */
export const PACKING_TIME = { time: HOUR << 11, day: ((YEAR - 1980) << 9) | (MONTH << 5) | DAY };

/** How the parts of a zip are packed and summed up: a platform that has native means may bring them. */
export interface Packing {
  readonly deflate: (content: Uint8Array) => Uint8Array;
  /** The CRC-32 of the first `length` bytes, as an unsigned number. */
  readonly crc32: (bytes: Uint8Array, length: number) => number;
}

/** In plain JavaScript, for every platform: the same bytes on each. */
export const packAnywhere: Packing = { deflate: (content) => deflateSync(content, { level: PACKING_LEVEL }), crc32 };
