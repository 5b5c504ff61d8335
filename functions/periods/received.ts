import type { Received } from '../../core/consolidating/consolidate.ts';
import type { Source } from '../../core/matrix.ts';
import type { RowId } from '../../core/plan/plan.ts';
import type { CellPlace } from '../../core/reading/figure-cells.ts';
import type { CurrentVersion, Head } from '../store/rows.ts';

/** Heads do not change once read, so that what was added up of them before is known again. */
const made = new WeakMap<Head, Received>();

/** The reports in force as the matrix takes them: each cell knows version, time, who, and where it stood in a workbook. */
export function receivedOf(heads: readonly Head[]): Received[] {
  return heads.flatMap((head) => {
    if (!head.current) return [];
    const received = made.get(head) ?? receivedFrom(head.current);
    made.set(head, received);
    return [received];
  });
}

function receivedFrom({ report, receipt, origin }: CurrentVersion): Received {
  const source: Source = {
    version: receipt.version,
    at: receipt.at,
    by: receipt.by,
    ...(origin?.file !== undefined && { file: origin.file }),
  };
  const cells = origin ? (Object.entries(origin.cells) as [RowId, CellPlace][]) : []; // keys of an origin are rows
  return { report, source, cells: new Map(cells) };
}
