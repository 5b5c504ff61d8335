import { cellName } from '../grid.ts';
import type { Field, RowPlace } from '../layout.ts';
import { oncePerValue } from '../once.ts';
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
  const cells = figureCellsAsked(report, places);
  const rows = TABLE_KINDS.flatMap((kind) => Object.keys(report[kind]) as RowId[]); // keys of a report are rows
  return new Map(
    rows.flatMap((id) => {
      const cell = cells.get(id);
      return cell ? [[id, cell] as const] : [];
    }),
  );
}

/** The same, each cell found when it is asked for: of a folder of reports they would fill the memory. */
export const figureCellsAsked = (report: Report, places: ReadonlyMap<RowId, RowPlace>): Pick<ReadonlyMap<RowId, CellPlace>, 'get'> => ({
  get: (id) => {
    const place = places.get(id);
    const kind = TABLE_KINDS.find((one) => Object.hasOwn(report[one], id));
    if (!place || !kind) return undefined;
    const { sheet, row, columns } = place;
    const entry = (report[kind] as Readonly<Record<RowId, object>>)[id] ?? {};
    return { sheet, row, cell: cellName(row, columns[tellingField(kind, entry)] ?? 1) };
  },
});

const answersOf = oncePerValue(TABLE_KINDS.length, (kind: TableKind) =>
  kind === 'indicators' ? inputsIn(kind).filter(({ part }) => part === 'answer') : [],
);
const stateOf = oncePerValue(TABLE_KINDS.length, (kind: TableKind) => inputsIn(kind).find(({ part }) => part === 'state')?.field ?? 'id');

const tellingField = (kind: TableKind, entry: object): Field => answersOf(kind).find(({ field }) => field in entry)?.field ?? stateOf(kind);
