import { areaOfAddress } from '../../core/address.ts';
import type { Finding } from '../../core/findings/finding.ts';
import type { CellChange } from '../../core/mending/cell-change.ts';
import { mendsOf as everyMendOf } from '../../core/mending/mend-of.ts';
import type { Mending } from '../../core/mending/mending.ts';
import { offerOf } from '../../core/wording/mends.ts';
import type { CellWrite } from '../workbook/port.ts';

/** A mend that one click takes: what it offers, what it writes. */
export interface Mend {
  readonly offer: string;
  readonly writes: readonly CellWrite[];
}

/** The mends of a finding that write values alone: one that needs another number format is made by hand in Excel, where formats are at hand. */
export function mendsOf(finding: Finding, mending: Mending): Mend[] {
  return everyMendOf(finding, mending)
    .filter(({ changes }) => changes.every(({ format }) => format === 'plain'))
    .flatMap((mend) => {
      const writes = mend.changes.map(writeOf);
      return writes.every((one) => one !== null) ? [{ offer: offerOf(mend), writes }] : [];
    });
}

function writeOf({ sheet, cell, value }: CellChange): CellWrite | null {
  const area = areaOfAddress(cell);
  return area && { sheet, row: area.top, column: area.left, value };
}
