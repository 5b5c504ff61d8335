import { csvText } from './csv.ts';
import type { IndicatorCell, Matrix } from './matrix.ts';
import type { Obligations } from './plan/obligations.ts';
import type { InputColumn } from './tables/column.ts';
import { type AnyEntry, valueIn } from './tables/inputs.ts';
import { matrixColumns } from './tables/matrix-cell.ts';
import { CELL_STATE_WORDS } from './wording/labels.ts';

const HELD = matrixColumns('indicators').map(({ column }) => column);
const HEADER = ['Mã', 'Chỉ tiêu', 'Cơ quan', 'Tên cơ quan', ...HELD.map(({ header }) => header), 'Lần nộp', 'Thời điểm'];

/** Cells of indicators as CSV. */
export function matrixCsv({ indicators }: Matrix, { plan, agency }: Obligations): string {
  const names = new Map(plan.indicators.map(({ id, name }) => [id, name]));
  const lines = indicators.flatMap(({ id, cells }) =>
    (Object.entries(cells) as [string, IndicatorCell][]).map(([who, cell]) => [
      id,
      names.get(id) ?? '',
      who,
      agency.get(who)?.name ?? who,
      ...cellFields(cell),
    ]),
  );
  return csvText([HEADER, ...lines]);
}

function cellFields({ source, state, ...members }: IndicatorCell): string[] {
  return [
    ...HELD.map((column) => (column.part === 'state' ? CELL_STATE_WORDS[state] : textOf(column, members))),
    String(source?.version ?? ''),
    source?.at ?? '',
  ];
}

function textOf({ field, valueKind }: InputColumn, members: AnyEntry): string {
  const value = valueIn(members, field);
  return value === undefined ? '' : String(valueKind.cellValue(value));
}
