import type { EntitySet, EntitySetName, FeedProperty } from '../../contract/feed/entity-set.ts';
import type { EdmType } from '../../contract/feed/leaves.ts';
import { COLUMNS } from '../../core/layout.ts';
import { type Plan, wholeOf } from '../../core/plan/plan.ts';
import { planColumns } from '../../core/tables/plan-columns.ts';
import type { TableKind } from '../../core/tables/table-kind.ts';
import type { Deps } from '../deps.ts';
import { covers, type Rows } from '../identity/rights.ts';
import { currentMatrix } from '../periods/matrix-of.ts';
import type { PeriodContext } from '../periods/period-context.ts';
import { statusLines } from '../reports/status-lines.ts';
import { feedPeriods } from './feed-periods.ts';
import { isWanted, type KeyFilter } from './key-filter.ts';

/** The value of a property of an entity. */
export type FeedValue = string | number | boolean | null;

/** What an entity is made of: its keys, and what the matrix, the status and the plan say. */
export type FeedEntity = Readonly<Record<string, unknown>>;

/** The entities of a list that a caller may see, by period, in the plan's order. Throws as the matrix of a period does. */
export async function entitiesOf(deps: Deps, set: EntitySet, rows: Rows, filter: KeyFilter): Promise<readonly FeedEntity[]> {
  const periods = await feedPeriods(deps, (period) => isWanted(filter, 'period', period));
  const parts = await Promise.all(periods.map((context) => SOURCES[set.name](deps, context, { rows, filter })));
  return parts.flat();
}

/** The value of a property as its type has it: Có and Không as 1 and 0 where others of the property are numbers. */
export function feedValueOf(entity: FeedEntity, { path, type }: FeedProperty): FeedValue {
  let value: unknown = entity;
  for (const name of path) value = (value as FeedEntity | null | undefined)?.[name];
  return value === undefined || value === null ? null : asType(value as Exclude<FeedValue, null>, type); // a leaf of its shape
}

function asType(value: string | number | boolean, type: EdmType): FeedValue {
  if (type === 'Edm.Double' && typeof value === 'boolean') return value ? 1 : 0;
  return type === 'Edm.String' ? String(value) : value;
}

interface Seen {
  readonly rows: Rows;
  readonly filter: KeyFilter;
}

type Sources = (deps: Deps, context: PeriodContext, seen: Seen) => Promise<readonly FeedEntity[]>;

const SOURCES: Readonly<Record<EntitySetName, Sources>> = {
  Indicators: rowsOf('indicators'),
  IndicatorCells: cellsOf('indicators'),
  Tasks: rowsOf('tasks'),
  TaskCells: cellsOf('tasks'),
  Agencies: async (deps, context, { filter }) => {
    const { period, obligations } = context;
    const lines = await statusLines(deps, context);
    return lines
      .filter(({ agency }) => isWanted(filter, 'agency', agency))
      .map((line) => ({ ...obligations.agency.get(line.agency), period, ...line }));
  },
};

/** The rows of a matrix that a caller may see and wants. */
async function seenRows(deps: Deps, context: PeriodContext, kind: TableKind, { rows, filter }: Seen) {
  const { matrix } = await currentMatrix(deps, context);
  return matrix[kind].filter(({ id }) => covers(rows, [id]) && isWanted(filter, 'row', id));
}

function rowsOf(kind: TableKind): Sources {
  return async (deps, context, seen) => {
    const texts = planTextsOf(kind, context);
    const found = await seenRows(deps, context, kind, seen);
    return found.map((row) => ({ ...texts.get(row.id), ...row, period: context.period, row: row.id }));
  };
}

function cellsOf(kind: TableKind): Sources {
  return async (deps, context, seen) => {
    const { agency: agencies } = context.obligations;
    const found = await seenRows(deps, context, kind, seen);
    return found.flatMap(({ id: row, cells }) =>
      Object.entries(cells)
        .filter(([agency]) => isWanted(seen.filter, 'agency', agency))
        .map(([agency, cell]) => ({ ...cell, period: context.period, row, agency, agencyName: agencies.get(agency)?.name ?? agency })),
    );
  };
}

/** What the plan says of each row of a table, by the fields of its columns. */
function planTextsOf(kind: TableKind, { plan, obligations }: PeriodContext): ReadonlyMap<string, FeedEntity> {
  const ground = { agency: obligations.agency, whole: wholeOf(plan), reporter: null };
  const columns = planColumns<string, Plan[TableKind][number]>(COLUMNS[kind] as never); // each table's columns take its own rows
  return new Map(
    plan[kind].map((row) => [row.id, Object.fromEntries(columns.map(({ field, text }) => [field, text(row, ground)]))] as const),
  );
}
