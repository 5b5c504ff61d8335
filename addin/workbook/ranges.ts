import { areaOfAddress } from '../../core/address.ts';
import type { Area } from '../../core/grid.ts';
import { cellName } from '../../core/grid.ts';

/** The range of an area of a sheet. */
export const rangeOf = (sheet: Excel.Worksheet, { top, left, bottom, right }: Area): Excel.Range =>
  sheet.getRangeByIndexes(top - 1, left - 1, bottom - top + 1, right - left + 1);

export const addressOf = ({ top, left, bottom, right }: Area): string =>
  top === bottom && left === right ? cellName(top, left) : `${cellName(top, left)}:${cellName(bottom, right)}`;

/** The areas of an event's address: several stand apart by "," or, where that is the decimal mark, by ";"; a sheet's name may stand before. */
export const areasOf = (address: string | undefined): readonly Area[] =>
  (address ?? '').split(/[,;]/).flatMap((one) => areaOfAddress(one.slice(one.lastIndexOf('!') + 1).trim()) ?? []);

/** How many cells an area has. */
export const sizeOf = ({ top, left, bottom, right }: Area): number => (bottom - top + 1) * (right - left + 1);
