import { COLUMNS, type Field, type SheetLayout } from '../layout.ts';
import { measureOf } from '../measures/measure-of.ts';
import { oncePerObject } from '../once.ts';
import { type Appendix, tableIdOf } from '../plan/appendix.ts';
import type { Indicator, Plan, RowId } from '../plan/plan.ts';
import type { TableColumn } from './column.ts';
import { definedNameOf } from './defined-name-of.ts';

/** As much of a plan as says which tables it has, and which columns these need. */
type PlanTables = Pick<Plan, 'appendices' | 'indicators'>;

/**
 * The tables of a plan in its order, each with its own headings, and with the columns that only some rows ask for where it holds such a
 * row.
 */
export const sheetsOf = ({ appendices, indicators }: PlanTables): readonly SheetLayout[] => layoutsFor(appendices)(indicators);

/** The table in which a row stands by its id; undefined where the plan has none of that id. */
export function sheetOf(plan: PlanTables, row: RowId): SheetLayout | undefined {
  const id = tableIdOf(row);
  return sheetsOf(plan).find(({ table }) => table === id);
}

/** The rows of one table, in the plan's order. */
export const rowsOfTable = <Row extends { readonly id: RowId }>(rows: readonly Row[], { table }: Pick<SheetLayout, 'table'>): Row[] =>
  rows.filter(({ id }) => tableIdOf(id) === table);

/** Plans of many periods have their tables in common, and mostly what these need. */
const layoutsFor = oncePerObject((appendices: readonly Appendix[]) => {
  const made = new Map<string, readonly SheetLayout[]>();
  return oncePerObject((indicators: readonly Indicator[]): readonly SheetLayout[] => {
    const asked = askedFields(indicators);
    const key = JSON.stringify([...asked].map(([table, fields]) => [table, ...fields].toSorted()).toSorted());
    const known = made.get(key) ?? appendices.map((one) => layoutOf(one, appendices, asked.get(one.id) ?? new Set()));
    made.set(key, known);
    return known;
  });
});

function layoutOf(appendix: Appendix, all: readonly Appendix[], asked: ReadonlySet<string>): SheetLayout {
  const { id, kind, sheet } = appendix;
  return {
    table: id,
    kind,
    title: sheet,
    definedName: definedNameOf(sheet, id),
    columns: COLUMNS[kind].flatMap((column) => columnIn(column, appendix, asked)),
    siblings: all.filter((one) => one.kind === kind && one.id !== id).map((one) => one.id),
  };
}

/** Which columns that only some tables have the rows of each table ask for. */
function askedFields(indicators: readonly Indicator[]): ReadonlyMap<string, ReadonlySet<string>> {
  const asked = new Map<string, Set<string>>();
  for (const row of indicators) {
    const own = measureOf(row).figure.shape.ownInputs;
    const table = asked.get(tableIdOf(row.id)) ?? new Set<string>();
    for (const field of own) if (isRare(field)) table.add(field);
    if (table.size > 0) asked.set(tableIdOf(row.id), table);
  }
  return asked;
}

const isRare = (field: Field): boolean =>
  COLUMNS.indicators.some((column) => column.field === field && column.role === 'input' && column.openIn === 'tables-that-ask');

function columnIn(column: TableColumn<Field>, { columns }: Appendix, asked: ReadonlySet<string>): readonly TableColumn<Field>[] {
  if (column.role === 'input') return column.openIn !== 'tables-that-ask' || asked.has(column.field) ? [column] : [];
  if (column.role !== 'plan' || column.headed === 'here') return [column];
  const header = (columns as Readonly<Record<string, string | undefined>>)[column.field]; // a table heads its columns by their fields
  return header === undefined ? [] : [header === column.header ? column : { ...column, header }];
}
