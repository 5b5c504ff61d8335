import { csvText } from './csv.ts';
import type { IndicatorCell, Matrix } from './matrix.ts';
import type { Obligations } from './plan/obligations.ts';
import type { Plan } from './plan/plan.ts';
import type { InputColumn } from './tables/column.ts';
import { type AnyEntry, valueIn } from './tables/inputs.ts';
import { matrixColumns } from './tables/matrix-cell.ts';
import { sheetsOf } from './tables/sheets-of.ts';
import { CELL_STATE_WORDS } from './wording/labels.ts';

/** What cells of the plan's matrix hold: a column that no row of it asks for is not there. */
function heldIn(plan: Plan): readonly InputColumn[] {
  const own = new Set<string>(sheetsOf(plan).flatMap(({ columns }) => columns.map(({ field }) => field)));
  return matrixColumns('indicators').flatMap(({ column }) => (own.has(column.field) ? [column] : []));
}

/** Cells of indicators as CSV. */
export function matrixCsv({ indicators }: Matrix, { plan, agency }: Obligations): string {
  const held = heldIn(plan);
  const header = ['Mã', 'Chỉ tiêu', 'Cơ quan', 'Tên cơ quan', ...held.map((column) => column.header), 'Lần nộp', 'Thời điểm'];
  const names = new Map(plan.indicators.map(({ id, name }) => [id, name]));
  const lines = indicators.flatMap(({ id, cells }) =>
    (Object.entries(cells) as [string, IndicatorCell][]).map(([who, cell]) => [
      id,
      names.get(id) ?? '',
      who,
      agency.get(who)?.name ?? who,
      ...cellFields(held, cell),
    ]),
  );
  return csvText([header, ...lines]);
}

function cellFields(held: readonly InputColumn[], { source, state, ...members }: IndicatorCell): string[] {
  return [
    ...held.map((column) => (column.part === 'state' ? CELL_STATE_WORDS[state] : textOf(column, members))),
    String(source?.version ?? ''),
    source?.at ?? '',
  ];
}

function textOf({ field, valueKind }: InputColumn, members: AnyEntry): string {
  const value = valueIn(members, field);
  if (value === undefined) return '';
  const typed = valueKind.cellValue(value);
  return String(typed instanceof Date ? value : typed); // a day is written as it is stored
}
