import { cellName } from '../grid.ts';
import type { Field, RowPlace } from '../layout.ts';
import type { RowId } from '../plan.ts';
import type { IndicatorEntry, Report, TaskEntry } from '../report.ts';

/** The cell to look at for what a row says. */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly cell: string;
}

/** For each answered row the cell that holds its figure, its answer or its state. */
export function figureCells(report: Report, places: ReadonlyMap<RowId, RowPlace>): Map<RowId, CellPlace> {
  const entries = [...Object.entries(report.indicators), ...Object.entries(report.tasks)] as [RowId, IndicatorEntry | TaskEntry][]; // keys of a report are rows
  return new Map(
    entries.flatMap(([id, entry]) => {
      const place = places.get(id);
      return place
        ? [[id, { sheet: place.sheet, row: place.row, cell: cellName(place.row, place.columns[fieldOf(entry)] ?? 1) }] as const]
        : [];
    }),
  );
}

function fieldOf(entry: IndicatorEntry | TaskEntry): Field {
  if ('status' in entry) return 'status';
  if (entry.numerator !== undefined) return 'numerator';
  return entry.value === undefined ? 'state' : 'value';
}
