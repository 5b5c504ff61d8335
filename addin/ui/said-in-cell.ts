import type { IndicatorCell } from '../../core/matrix.ts';
import type { IndicatorEntry } from '../../core/report.ts';
import type { AnyEntry } from '../../core/tables/inputs.ts';

/** What an agency says in a row: as the matrix has it, and for what no matrix has the report itself, once it is there. */
export function saidInCell(cell: IndicatorCell | undefined, entry: IndicatorEntry | undefined): AnyEntry {
  const { source: _, ...said } = cell ?? { state: 'not-reported' };
  return { ...entry, ...said };
}
