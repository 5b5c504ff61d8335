import type { Area } from './grid.ts';

/** Excel's grid. */
export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

const CORNER = /^\$?([A-Za-z]{1,3})?\$?(\d{1,7})?$/;

/** The area that `J12`, `$B$3:C4`, `3:5` (whole rows) or `B:C` (whole columns) names; null where it names none of the grid. */
export function areaOfAddress(address: string): Area | null {
  const [first = '', second, ...more] = address.split(':');
  const one = cornerOf(first);
  const two = second === undefined ? one : cornerOf(second);
  if (!one || !two || more.length > 0 || (one.row === null) !== (two.row === null) || (one.column === null) !== (two.column === null))
    return null;
  if (second === undefined && (one.row === null || one.column === null)) return null;
  return {
    top: Math.min(one.row ?? 1, two.row ?? 1),
    left: Math.min(one.column ?? 1, two.column ?? 1),
    bottom: Math.max(one.row ?? LAST_ROW, two.row ?? LAST_ROW),
    right: Math.max(one.column ?? LAST_COLUMN, two.column ?? LAST_COLUMN),
  };
}

function cornerOf(text: string): { readonly row: number | null; readonly column: number | null } | null {
  const [whole, letters, digits] = CORNER.exec(text) ?? [];
  if (whole === undefined || (letters === undefined && digits === undefined)) return null;
  const row = digits === undefined ? null : Number(digits);
  const column = letters === undefined ? null : columnOfLetters(letters);
  const inGrid = (row === null || (row >= 1 && row <= LAST_ROW)) && (column === null || column <= LAST_COLUMN);
  return inGrid ? { row, column } : null;
}

const columnOfLetters = (letters: string): number => [...letters.toUpperCase()].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0);
