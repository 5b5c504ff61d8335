import { areaOfAddress } from '../address.ts';
import type { CellChange } from '../fixing/workbook-fix.ts';
import type { Field, RowPlace } from '../layout.ts';
import type { RowId } from '../plan/plan.ts';
import { type TypedRows, withTyped } from './typed-rows.ts';
import { typedText } from './typed-text.ts';

/** What was typed, with the changes that a fix makes in the cells of its workbook. */
export function withFix(typed: TypedRows, changes: readonly CellChange[], places: ReadonlyMap<RowId, RowPlace>): TypedRows {
  return changes.reduce((before, { sheet, cell, value, format }) => {
    const { top, left } = areaOfAddress(cell) ?? { top: 0, left: 0 };
    const [row, place] = [...places].find(([, one]) => one.sheet === sheet && one.row === top) ?? [];
    const field = place && (Object.keys(place.columns) as Field[]).find((one) => place.columns[one] === left); // its keys are fields
    return row && field ? withTyped(before, row, field, typedText(value, format)) : before;
  }, typed);
}
