import type { Day } from '../../day.ts';
import { formatDate } from '../../format.ts';
import { oncePerObject } from '../../once.ts';
import { TABLE_KINDS } from '../../tables/table-kind.ts';
import { partAt } from '../checking/sound-part.ts';
import type { PlanAndAgencies } from '../plan.ts';
import type { PlanChange } from '../plan-changes.ts';
import type { BookColumn } from './book-columns.ts';
import { cellValueOf } from './cell-value.ts';
import { AGENCY_COLUMNS, GENERAL, LISTS, ROW_COLUMNS } from './parts.ts';

/** A cell of the plan workbook that would say something else: its column, and what stands there; empty where nothing does. */
export interface BookCellChange {
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/** A change of a plan as its workbook shows it. `name`: of the row, or of the agency; empty for the plan's own values. */
export type ShownChange = PlanChange & { readonly name: string; readonly cells: BookCellChange[] };

/**
 * What a change of a plan, of one of its rows or of an agency comes to in the cells of the workbook; of a new row what the plan itself says
 * of it.
 */
export function shownChange(change: PlanChange, before: PlanAndAgencies, after: PlanAndAgencies): ShownChange {
  const { row, agency } = change;
  const id = row ?? agency;
  if (id === undefined) return { ...change, name: '', cells: ownCells(before.plan, after.plan) };
  const kind = TABLE_KINDS.find((one) => [before, after].some(({ plan }) => row !== undefined && namedIn(plan[one]).has(row)));
  const lists = ({ plan, agencies }: PlanAndAgencies) => (kind === undefined ? agencies : plan[kind]);
  const [was, is] = [before, after].map((both) => namedIn(lists(both)).get(id));
  const columns = kind === undefined ? AGENCY_COLUMNS : ROW_COLUMNS[kind];
  const shown = was && is ? columns : kind === undefined || !is ? [] : ROW_COLUMNS[kind].filter(({ heading }) => heading !== null);
  return { ...change, name: (is ?? was)?.name ?? '', cells: changedCells(shown, was, is) };
}

type Named = { readonly id: string; readonly name: string };
const namedIn = oncePerObject((list: readonly Named[]): ReadonlyMap<string, Named> => new Map(list.map((one) => [one.id, one])));

const changedCells = (columns: readonly BookColumn[], before: unknown, after: unknown, within = ''): BookCellChange[] =>
  columns
    .map((column) => ({ column: `${within}${column.header}`, before: cellText(column, before), after: cellText(column, after) }))
    .filter((cell) => cell.before !== cell.after);

/** The plan's own values, and the items of its lists: groups, phases, sections, tables. */
const ownCells = (before: unknown, after: unknown): BookCellChange[] => [
  ...changedCells(GENERAL, before, after),
  ...LISTS.flatMap(({ key, title, columns }) => {
    const [was, is] = [before, after].map((plan) => itemsById(partAt(plan, [key])));
    return [...new Set([...(is?.keys() ?? []), ...(was?.keys() ?? [])])].flatMap((id) =>
      changedCells(columns, was?.get(id), is?.get(id), `${title} ${id}: `),
    );
  }),
];

const itemsById = (list: unknown): ReadonlyMap<string, unknown> =>
  new Map((Array.isArray(list) ? list : []).map((item: unknown) => [String(partAt(item, ['id'])), item]));

function cellText(column: BookColumn, row: unknown): string {
  const value = cellValueOf(column, row);
  if (value === null) return '';
  return column.kind === 'day' ? formatDate(String(value) as Day) : String(value).replace('.', typeof value === 'number' ? ',' : '.');
}
