import { TABLE_KINDS, type TableKind } from '../../tables/table-kind.ts';
import { Agency } from '../agency.ts';
import { Plan } from '../plan.ts';
import { type BookColumn, bookColumns } from './book-columns.ts';
import { bare, defOf } from './leaves.ts';

/** A list of the plan that stands in a part of the sheet of the plan. */
export interface BookList {
  readonly key: string;
  readonly title: string;
  readonly columns: readonly BookColumn[];
}

const TITLES: Readonly<Record<string, string>> = {
  agencyGroups: 'Nhóm đơn vị',
  appendices: 'Bảng của kế hoạch',
  phases: 'Giai đoạn',
  groups: 'Nhóm chỉ tiêu',
  sections: 'Mục nhiệm vụ',
  openQuestions: 'Câu hỏi mở',
};
const APPENDICES = 'appendices';
/** Where a table's own headings stand: above its rows, not in the list of the tables. */
const HEADINGS = 'columns';

const shape = Object.entries(Plan.shape);
/** The schema of the items of a list of the plan; null for what is no list. */
function itemOf(key: string) {
  const def = defOf(bare(Plan.shape[key as keyof typeof Plan.shape]).inner); // keys of the plan's shape alone are asked for
  return def.type === 'array' ? def.element : null;
}
const isTable = (key: string): key is TableKind => TABLE_KINDS.some((kind) => kind === key);

/** The plan's own values: its name, its office, when it is reported. */
export const GENERAL: readonly BookColumn[] = bookColumns('', Plan).filter(({ leaves: [{ path }] }) => itemOf(path[0] ?? '') === null);

/** The plan's lists but for its rows, one part of the sheet each. */
export const LISTS: readonly BookList[] = shape.flatMap(([key]) => {
  const item = itemOf(key);
  if (item === null || isTable(key)) return [];
  const columns = bookColumns(key, item).filter(({ leaves: [{ path }] }) => key !== APPENDICES || path[0] !== HEADINGS);
  return [{ key, title: TITLES[key] ?? key, columns }];
});

export const AGENCY_COLUMNS: readonly BookColumn[] = bookColumns('agencies', Agency);

/** The title of a part as it stands above it: "PHẦN 2. Nhóm đơn vị". */
export const partTitle = (list: BookList): string => `PHẦN ${LISTS.indexOf(list) + 2}. ${list.title}`;

/** A column of a table's sheet; `heading`: the field under which the plan's table heads it in its own words. */
export interface RowColumn extends BookColumn {
  readonly heading: string | null;
}

/** The columns of the tables of a kind: those that the plan heads stand first, as they can be pasted from the plan. */
export const ROW_COLUMNS: Readonly<Record<TableKind, readonly RowColumn[]>> = {
  indicators: rowColumns('indicators'),
  tasks: rowColumns('tasks'),
};

function rowColumns(kind: TableKind): RowColumn[] {
  const item = itemOf(kind);
  const columns = item === null ? [] : bookColumns(kind, item);
  const at = (path: string) => columns.find(({ leaves: [leaf] }) => leaf.path.join('.') === path);
  const headed = headingFields(kind).flatMap((field) => {
    const column = at(`${field}Text`) ?? at(field);
    return column ? [{ ...column, heading: field }] : [];
  });
  const taken = new Set(headed.map(({ header }) => header));
  const rest = columns.filter(({ header }) => !taken.has(header)).map((column) => ({ ...column, heading: null }));
  return [...rest.slice(0, 1), ...headed, ...rest.slice(1)];
}

/** The fields of a table's own headings, in the order in which tables have them. */
export function headingFields(kind: TableKind): readonly string[] {
  const def = defOf(itemOf(APPENDICES) ?? Plan);
  if (def.type !== 'union') return [];
  const own = def.options.map(defOf).flatMap((one) => (one.type === 'object' ? [one.shape] : []));
  const table = own.find(({ kind: literal }) => {
    const said = literal && defOf(literal);
    return said?.type === 'literal' && said.values.includes(kind);
  });
  const headings = table?.[HEADINGS] && defOf(table[HEADINGS]);
  return headings?.type === 'object' ? Object.keys(headings.shape) : [];
}
