import { cellAt } from '../grid.ts';
import type { Field } from '../layout.ts';
import { isFilled, type PlanTable } from '../reading/plan-table.ts';

/** A table with the columns whose headers were overwritten: between its neighbours each can only have stood in one place. */
export interface CompletedTable {
  readonly columns: PlanTable['columns'];
  /** Fields whose header is to be written again. */
  readonly found: readonly Field[];
  /** Fields whose column is not there any more. */
  readonly gone: readonly Field[];
}

export function completeTable({ layout, columns, header, missing }: PlanTable): CompletedTable {
  const all: Partial<Record<Field, number>> = { ...columns };
  const [found, gone]: [Field[], Field[]] = [[], []];
  const fields = layout.columns.map(({ field }) => field);
  for (const { field } of missing) {
    const at = placeBetween(fields, columns, fields.indexOf(field));
    const isFree = at !== null && !Object.values(all).includes(at) && !isOtherTable(cellAt(header, at));
    if (isFree) all[field] = at;
    (isFree ? found : gone).push(field);
  }
  return { columns: all, found, gone };

  /** Something stands there that nobody could have typed over a header: a number, a formula. */
  function isOtherTable(cell: ReturnType<typeof cellAt>): boolean {
    return isFilled(cell) && typeof cell.value !== 'string';
  }
}

/** The column where a field stands if the columns between its known neighbours are those of the form. */
function placeBetween(fields: readonly Field[], columns: PlanTable['columns'], k: number): number | null {
  const left = fields.findLastIndex((field, at) => at < k && columns[field] !== undefined);
  const right = fields.findIndex((field, at) => at > k && columns[field] !== undefined);
  const [before, after] = [left < 0 ? undefined : columns[fields[left] as Field], right < 0 ? undefined : columns[fields[right] as Field]]; // both were found
  const [fromLeft, fromRight] = [before === undefined ? null : before + k - left, after === undefined ? null : after - (right - k)];
  const at = fromLeft ?? fromRight;
  return at === null || at < 1 || (fromLeft !== null && fromRight !== null && fromLeft !== fromRight) ? null : at;
}
