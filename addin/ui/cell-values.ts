import type { IndicatorCell } from '../../core/matrix.ts';
import type { IndicatorEntry } from '../../core/report.ts';
import type { AnyEntry } from '../../core/tables/inputs.ts';

/** What an agency reports in a row: as its cell of the matrix has it; all that no matrix holds from the report itself, once it is there. */
export function cellValues(cell: IndicatorCell | undefined, entry: IndicatorEntry | undefined): AnyEntry {
  if (!cell) return entry ?? {};
  const { source: _, state: __, ...figures } = cell;
  return { ...entry, ...figures };
}
