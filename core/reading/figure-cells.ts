import { cellName } from '../grid.ts';
import type { Field, RowPlace } from '../layout.ts';
import type { RowId } from '../plan/plan.ts';
import type { Report } from '../report.ts';
import { inputsIn } from '../tables/inputs.ts';
import { TABLE_KINDS, type TableKind } from '../tables/table-kind.ts';

/** The cell to look at for what a row says. */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly cell: string;
}

/** For each answered row the cell that holds its figure or its answer, of an indicator without one and of a task its state. */
export function figureCells(report: Report, places: ReadonlyMap<RowId, RowPlace>): Map<RowId, CellPlace> {
  return new Map(
    TABLE_KINDS.flatMap((kind) =>
      (Object.entries(report[kind]) as [RowId, object][]).flatMap(([id, entry]) => {
        // keys of a report are rows
        const place = places.get(id);
        if (!place) return [];
        const { sheet, row, columns } = place;
        return [[id, { sheet, row, cell: cellName(row, columns[tellingField(kind, entry)] ?? 1) }] as const];
      }),
    ),
  );
}

function tellingField(kind: TableKind, entry: object): Field {
  const inputs = inputsIn(kind);
  const answer = kind === 'indicators' ? inputs.find(({ part, field }) => part === 'answer' && field in entry) : undefined;
  return (answer ?? inputs.find(({ part }) => part === 'state'))?.field ?? 'id';
}
