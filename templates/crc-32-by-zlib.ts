import zlib from 'node:zlib';
import { crc32 } from '../xlsx/read/zip/crc-32.ts';

/** The CRC-32 of the first `length` bytes, as an unsigned number. Node's own is there from 20.15 on. */
export const crc32ByZlib: typeof crc32 =
  typeof zlib.crc32 === 'function' ? (bytes, length) => zlib.crc32(bytes.subarray(0, length)) : crc32;
