import type { z } from 'zod';
import { COLUMNS } from '../../core/layout.ts';
import { IndicatorCell, IndicatorRow, TaskCell, TaskRow } from '../../core/matrix.ts';
import { Agency } from '../../core/plan/agency.ts';
import type { TableColumn } from '../../core/tables/column.ts';
import { planColumns } from '../../core/tables/plan-columns.ts';
import type { TableKind } from '../../core/tables/table-kind.ts';
import { StatusLine } from '../routes/get-status.ts';
import type { EntitySet, EntitySetName, FeedKey, FeedProperty } from './entity-set.ts';
import { FEED_ACCESS } from './feed-access.ts';
import { type Leaf, leavesOf } from './leaves.ts';
import { meaningOf } from './meanings.ts';
import { releaseOf } from './releases.ts';

/** A set before its properties are known. */
type Named = Omit<EntitySet, 'properties' | 'since'>;

const ROWS_OF = { keys: ['period', 'row'], rights: FEED_ACCESS.rights } as const;
const CELLS_OF = { keys: ['period', 'row', 'agency'], rights: FEED_ACCESS.rights } as const;
const AGENCY_NAMES = Agency.pick({ name: true, shortName: true, kind: true });

/** The lists of the feed. Their columns follow from those of the tables and from the shapes of matrix and status. */
export const ENTITY_SETS: readonly EntitySet[] = [
  rowsOf('indicators', IndicatorRow, { name: 'Indicators', entity: 'Indicator', title: 'Chỉ tiêu: mục tiêu, kết quả chung, đánh giá' }),
  cellsOf('indicators', IndicatorCell, {
    name: 'IndicatorCells',
    entity: 'IndicatorCell',
    title: 'Số liệu của từng đơn vị ở từng chỉ tiêu',
  }),
  rowsOf('tasks', TaskRow, { name: 'Tasks', entity: 'Task', title: 'Nhiệm vụ: sản phẩm phải có, kết quả chung' }),
  cellsOf('tasks', TaskCell, { name: 'TaskCells', entity: 'TaskCell', title: 'Tình trạng của từng đơn vị ở từng nhiệm vụ' }),
  setOf(
    {
      name: 'Agencies',
      entity: 'Agency',
      title: 'Tình hình báo cáo của từng đơn vị',
      keys: ['period', 'agency'],
      rights: 'consolidators',
    },
    [...leavesOf(AGENCY_NAMES), ...leavesOf(StatusLine)],
  ),
];

/** The list of a name; undefined where there is none. */
export const entitySetNamed = (name: string): EntitySet | undefined => ENTITY_SETS.find((set) => set.name === name);

type Titled = Pick<Named, 'name' | 'entity' | 'title'>;

/** A row of the plan a period: the plan's own texts, and what all agencies come to. */
function rowsOf(kind: TableKind, shape: z.core.$ZodType, titled: Titled): EntitySet {
  const texts = planColumns<string, never>(COLUMNS[kind]).map(({ field }): Leaf => ({ path: [field], type: 'Edm.String' }));
  return setOf({ ...titled, ...ROWS_OF }, [...texts, ...leavesOf(shape)], COLUMNS[kind]);
}

/** What an agency says in a row. */
function cellsOf(kind: TableKind, shape: z.core.$ZodType, titled: Titled): EntitySet {
  return setOf({ ...titled, ...CELLS_OF }, [{ path: ['agencyName'], type: 'Edm.String' }, ...leavesOf(shape)], COLUMNS[kind]);
}

function setOf(named: Named, leaves: readonly Leaf[], columns: readonly TableColumn[] = []): EntitySet {
  const keys = named.keys.map((key: FeedKey): Leaf => ({ path: [key], type: 'Edm.String' }));
  // What is a key elsewhere (the row's own `id`) is one here, under its name.
  const others = leaves.filter(({ path }) => path.join() !== 'id' && !keys.some((key) => key.path.join() === path.join()));
  const properties = [...keys, ...others].map(
    (leaf): FeedProperty => ({ ...told(named.name, leaf.path.join('_'), columns), ...leaf, isKey: keys.includes(leaf) }),
  );
  return { ...named, since: releaseOf(named.name), properties };
}

function told(
  set: EntitySetName,
  name: string,
  columns: readonly TableColumn[],
): Pick<FeedProperty, 'name' | 'meaning' | 'unit' | 'since'> {
  const own = meaningOf(set, name);
  const meaning = own?.meaning ?? columns.find(({ field }) => field === name)?.header ?? name;
  return { name, meaning, unit: own?.unit ?? null, since: releaseOf(set, name) };
}
