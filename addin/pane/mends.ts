import { areaOfAddress } from '../../core/address.ts';
import type { CellChange } from '../../core/mending/cell-change.ts';
import type { Mend } from '../../core/mending/mend.ts';
import { offerOf } from '../../core/wording/mends.ts';
import type { CellWrite } from '../workbook/port.ts';

/** A mend that one click takes: what it offers, what it writes. */
export interface ClickMend {
  readonly offer: string;
  readonly writes: readonly CellWrite[];
}

/** Those mends that write values alone: one that needs another number format is made by hand in Excel, where formats are at hand. */
export function clickMends(mends: readonly Mend[]): ClickMend[] {
  return mends
    .filter(({ changes }) => changes.every(({ format }) => format === 'plain'))
    .flatMap((mend) => {
      const writes = mend.changes.map(writeOf);
      return writes.every((one) => one !== null) ? [{ offer: offerOf(mend), writes }] : [];
    });
}

export function writeOf({ sheet, cell, value }: CellChange): CellWrite | null {
  const area = areaOfAddress(cell);
  return area && { sheet, row: area.top, column: area.left, value };
}
