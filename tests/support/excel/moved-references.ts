import { areaOfAddress } from '../../../core/address.ts';
import { type Area, columnLetters } from '../../../core/grid.ts';

interface Move {
  readonly source: Area;
  readonly target: Area;
  readonly down: number;
  readonly right: number;
}

const REFERENCE = /(?<![A-Za-z0-9_.!'])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![A-Za-z0-9_(])/g;

/**
 * A formula after cells of its sheet were moved: what it read of them follows, what stood where they came to is `#REF!`. Cells one by one
 * alone.
 */
export const movedReferences = (formula: string, { source, target, down, right }: Move): string =>
  formula.replace(REFERENCE, (whole, fixedColumn: string, letters: string, fixedRow: string, digits: string) => {
    const cell = areaOfAddress(`${letters}${digits}`);
    if (!cell) return whole;
    if (isIn(cell, source)) return `${fixedColumn}${columnLetters(cell.left + right)}${fixedRow}${cell.top + down}`;
    return isIn(cell, target) ? '#REF!' : whole;
  });

const isIn = ({ top, left }: Area, area: Area): boolean => top >= area.top && top <= area.bottom && left >= area.left && left <= area.right;
