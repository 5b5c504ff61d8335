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

/**
 * What an entity is made of: its keys, and what the matrix, the status and the plan say. What stands in a value before hides what stands
 * behind it.
 */
export type FeedEntity = readonly object[];

/** The entities of a list: how many, and each as somebody takes it, so that nobody holds all of them. */
export interface Entities {
  readonly count: number;
  readonly each: () => Iterable<FeedEntity>;
}

/** The entities of a list that a caller may see, by period, in the plan's order, of one moment. Throws as the matrix of a period does. */
export async function entitiesOf(deps: Deps, set: EntitySet, rows: Rows, filter: KeyFilter): Promise<Entities> {
  const periods = await feedPeriods(deps, (period) => isWanted(filter, 'period', period));
  const parts = await Promise.all(periods.map((context) => SOURCES[set.name](deps, context, { rows, filter })));
  return {
    count: parts.reduce((sum, { count }) => sum + count, 0),
    *each() {
      for (const { each } of parts) yield* each();
    },
  };
}

/** Reads a property of an entity as its type has it: Có and Không as 1 and 0 where others of the property are numbers. */
export function feedReader({ path, type }: FeedProperty): (entity: FeedEntity) => FeedValue {
  const [first = '', ...inner] = path;
  return (entity) => {
    let value: unknown;
    for (const part of entity) {
      value = (part as Record<string, unknown>)[first];
      if (value !== undefined) break;
    }
    for (const name of inner) value = (value as Record<string, unknown> | null | undefined)?.[name];
    return value === undefined || value === null ? null : asType(value as Exclude<FeedValue, null>, type); // a leaf of its shape
  };
}

function asType(value: string | number | boolean, type: EdmType): FeedValue {
  if (type === 'Edm.Double' && typeof value === 'boolean') return value ? 1 : 0;
  return type === 'Edm.String' ? String(value) : value;
}

interface Seen {
  readonly rows: Rows;
  readonly filter: KeyFilter;
}

type Sources = (deps: Deps, context: PeriodContext, seen: Seen) => Promise<Entities>;

const SOURCES: Readonly<Record<EntitySetName, Sources>> = {
  Indicators: rowsOf('indicators'),
  IndicatorCells: cellsOf('indicators'),
  Tasks: rowsOf('tasks'),
  TaskCells: cellsOf('tasks'),
  Agencies: async (deps, context, { filter }) => {
    const { period, obligations } = context;
    const lines = await statusLines(deps, context);
    const wanted = lines.filter(({ agency }) => isWanted(filter, 'agency', agency));
    return listed(wanted.map((line) => [line, { period }, obligations.agency.get(line.agency) ?? {}]));
  },
};

const listed = (entities: readonly FeedEntity[]): Entities => ({ count: entities.length, each: () => entities });

/** The rows of a matrix that a caller may see and wants. */
async function seenRows(deps: Deps, context: PeriodContext, kind: TableKind, { rows, filter }: Seen) {
  const { matrix } = await currentMatrix(deps, context);
  return matrix[kind].filter(({ id }) => covers(rows, [id]) && isWanted(filter, 'row', id));
}

function rowsOf(kind: TableKind): Sources {
  return async (deps, context, seen) => {
    const texts = planTextsOf(kind, context);
    const found = await seenRows(deps, context, kind, seen);
    return listed(found.map((row) => [{ period: context.period, row: row.id }, row, texts.get(row.id) ?? {}]));
  };
}

function cellsOf(kind: TableKind): Sources {
  return async (deps, { period, obligations, ...context }, seen) => {
    const found = await seenRows(deps, { period, obligations, ...context }, kind, seen);
    const agencies = (cells: object) => Object.keys(cells).filter((agency) => isWanted(seen.filter, 'agency', agency));
    return {
      count: found.reduce((sum, { cells }) => sum + agencies(cells).length, 0),
      *each() {
        for (const { id: row, cells } of found) {
          const own = cells as Readonly<Record<string, object>>;
          for (const agency of agencies(cells)) {
            const names = { period, row, agency, agencyName: obligations.agency.get(agency)?.name ?? agency };
            yield [names, own[agency] ?? {}];
          }
        }
      },
    };
  };
}

/** What the plan says of each row of a table, by the fields of its columns. */
function planTextsOf(kind: TableKind, { plan, obligations }: PeriodContext): ReadonlyMap<string, object> {
  const ground = { agency: obligations.agency, whole: wholeOf(plan), reporter: null };
  const columns = planColumns<string, Plan[TableKind][number]>(COLUMNS[kind] as never); // each table's columns take its own rows
  return new Map(
    plan[kind].map((row) => [row.id, Object.fromEntries(columns.map(({ field, text }) => [field, text(row, ground)]))] as const),
  );
}
