import { areaOfAddress } from '../../core/address.ts';
import type { Area } from '../../core/grid.ts';
import { cellName } from '../../core/grid.ts';

/** The range of an area of a sheet. */
export const excelRange = (sheet: Excel.Worksheet, { top, left, bottom, right }: Area): Excel.Range =>
  sheet.getRangeByIndexes(top - 1, left - 1, bottom - top + 1, right - left + 1);

export const areaAddress = ({ top, left, bottom, right }: Area): string =>
  top === bottom && left === right ? cellName(top, left) : `${cellName(top, left)}:${cellName(bottom, right)}`;

/** Excel takes an address of at most 8192 characters. */
const MOST_ADDRESS = 4000;

/** Areas of a sheet as addresses for `getRanges`, several only where one would be too long. */
export function addressesOf(areas: readonly Area[]): string[] {
  const addresses: string[] = [];
  for (const address of areas.map(areaAddress)) {
    const last = addresses.at(-1);
    if (last !== undefined && last.length + address.length <= MOST_ADDRESS) addresses[addresses.length - 1] = `${last},${address}`;
    else addresses.push(address);
  }
  return addresses;
}

/**
 * The areas of an event's address: several stand apart by "," or, where that is the decimal mark, by ";"; a sheet's name may stand before.
 */
export const areasOf = (address: string | undefined): readonly Area[] =>
  (address ?? '').split(/[,;]/).flatMap((one) => areaOfAddress(one.slice(one.lastIndexOf('!') + 1).trim()) ?? []);

/** How many cells an area has. */
export const cellCount = ({ top, left, bottom, right }: Area): number => (bottom - top + 1) * (right - left + 1);

/** An area cut into strips of whole rows, one under the other, each of at most so many cells where a row has no more. */
export function stripsOf(area: Area, mostCells: number): Area[] {
  const rows = area.bottom - area.top + 1;
  const height = Math.max(1, Math.floor(mostCells / (area.right - area.left + 1)));
  return Array.from({ length: Math.ceil(rows / height) }, (_, k) => ({
    ...area,
    top: area.top + k * height,
    bottom: Math.min(area.bottom, area.top + (k + 1) * height - 1),
  }));
}
