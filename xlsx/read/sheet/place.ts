import { LAST_COLUMN, LAST_ROW } from '../../../core/address.ts';
import type { Area } from '../../../core/grid.ts';

const STRIDE = 32_768;
const COLON = 0x3a;

export const rowOfPlace = (place: number): number => Math.floor(place / STRIDE);
export const columnOfPlace = (place: number): number => place % STRIDE;

/** The place that bytes like `J12` name, as one number for `rowOf` and `columnOf`; -1 where they name none of the grid. */
export function placeIn(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  let column = 0;
  for (; at < end; at++) {
    const letter = (bytes[at] ?? 0) & 0xdf;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + letter - 0x40;
    if (column > LAST_COLUMN) return -1;
  }
  const row = wholeIn(bytes, at, end);
  return column < 1 || row < 1 || row > LAST_ROW ? -1 : row * STRIDE + column;
}

/** The whole number that bytes of nothing but digits spell; -1 where they spell none or one above nine digits. */
export function wholeIn(bytes: Uint8Array, start: number, end: number): number {
  if (start >= end || end - start > 9) return -1;
  let whole = 0;
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    whole = whole * 10 + digit;
  }
  return whole;
}

/** The area that bytes like `B3:C4` or `B3` name, null where they name none. */
export function areaIn(bytes: Uint8Array, start: number, end: number): Area | null {
  const colon = bytes.subarray(start, end).indexOf(COLON);
  const one = placeIn(bytes, start, colon < 0 ? end : start + colon);
  const two = colon < 0 ? one : placeIn(bytes, start + colon + 1, end);
  if (one < 0 || two < 0) return null;
  return {
    top: Math.min(rowOfPlace(one), rowOfPlace(two)),
    left: Math.min(columnOfPlace(one), columnOfPlace(two)),
    bottom: Math.max(rowOfPlace(one), rowOfPlace(two)),
    right: Math.max(columnOfPlace(one), columnOfPlace(two)),
  };
}
