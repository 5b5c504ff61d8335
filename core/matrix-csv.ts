import { csvText } from './csv.ts';
import type { IndicatorCell, Matrix } from './matrix.ts';
import type { Obligations } from './plan/obligations.ts';
import { CELL_STATE_WORDS } from './wording/labels.ts';
import { cellValue } from './words.ts';

const HEADER = [
  'Mã',
  'Chỉ tiêu',
  'Cơ quan',
  'Tên cơ quan',
  'Tình trạng',
  'Tử số',
  'Mẫu số',
  'Giá trị',
  'Giải trình',
  'Lần nộp',
  'Thời điểm',
];

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

function cellFields({ state, numerator, denominator, value, explanation, source }: IndicatorCell): string[] {
  return [
    CELL_STATE_WORDS[state],
    String(numerator ?? ''),
    String(denominator ?? ''),
    value === undefined ? '' : String(cellValue(value)),
    explanation ?? '',
    String(source?.version ?? ''),
    source?.at ?? '',
  ];
}
