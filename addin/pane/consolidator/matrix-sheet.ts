import { formatDate } from '../../../core/format.ts';
import { localDay, localTime } from '../../../core/local-day.ts';
import type { Matrix } from '../../../core/matrix.ts';
import type { Agency } from '../../../core/plan/agency.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import { planIn } from '../../../core/plan/plan-in.ts';
import { VERDICT_SIGNS, VERDICT_WORDS } from '../../../core/wording/labels.ts';
import type { AreaLook, NewSheet } from '../../excel/new-sheet.ts';
import { momentText } from '../../ui/moment.ts';
import { type PlannedRow, plannedRows } from '../../ui/planned-row.ts';
import { AGENCY_COLUMN_WIDTH, CODES_ROW, FIRST_AGENCY, FIRST_ROW, FROZEN_COLUMNS, fixedColumns, headingOf } from './matrix-layout.ts';
import { runsByName } from './runs.ts';
import { agencySheetCell, resultCell, type SheetCell } from './sheet-cell.ts';
import { SHEET_COLOURS } from './sheet-colours.ts';
import { sourceNote } from './source-note.ts';

const LEGEND =
  '✓ đạt mức của chỉ tiêu; ▲ dưới mức, còn hạn; ✕ không đạt; – không phát sinh; ? chưa có số liệu; ○ chưa báo cáo; ô xám để trống: không phải báo cáo.';
const LINE = '#B8C0CA';
const HEADER = '#E9EDF2';

interface Request {
  readonly plan: Plan;
  /** The agencies of the period, in the order of every list. */
  readonly agencies: readonly Agency[];
  readonly nameOf: (id: string) => string;
  /** When it is put into the workbook: it stands in the sheet's title, so that nothing is ever overwritten. */
  readonly at: Date;
  /** Whether this Excel shows notes of cells: the sheet says where its sources are. */
  readonly hasNotes: boolean;
}

/** The matrix as a sheet: a row an indicator, a column an agency; each figure a number with its sign, colour and source. */
export function newMatrixSheet(matrix: Matrix, { plan, agencies, nameOf, at, hasNotes }: Request): NewSheet {
  const { period } = matrix;
  const { utcOffset } = plan.reporting;
  const lines = plannedRows(matrix.indicators, planIn(plan, matrix.period).indicators);
  const province = lines.map(provinceCells);
  const cells = lines.map(({ row, indicator }) =>
    agencies.map(({ id }) => agencySheetCell(indicator, { period, agency: id }, row.cells[id])),
  );
  const fixed = fixedColumns(plan);
  const width = fixed.length + agencies.length;
  const wide = (text: string) => [text, ...Array<null>(width - 1).fill(null)];
  const last = CODES_ROW + lines.length;
  const { received, obliged } = matrix.agencies;
  return {
    title: `Ma trận ${period} ${localTime(at, utcOffset).replace(':', 'h')} ${formatDate(localDay(at, utcOffset)).slice(0, 5).replace('/', '-')}`,
    whenTaken: 'number',
    widths: [...fixed.map((one) => one.width), ...agencies.map(() => AGENCY_COLUMN_WIDTH)],
    values: [
      wide(headingOf(period)),
      wide(
        `Số liệu của ${received}/${obliged} đơn vị, lấy lúc ${momentText(at.toISOString(), utcOffset)}. ${hasNotes ? 'Nguồn của từng số nằm ở ghi chú của ô.' : 'Chọn ô để xem nguồn ở ngăn Phụ lục số.'}`,
      ),
      wide(LEGEND),
      [...fixed.map(({ header }) => header), ...agencies.map(({ shortName }) => shortName)],
      [...fixed.map(() => null), ...agencies.map(({ id }) => id)],
      ...lines.map(({ row, indicator }, k) => {
        const ofPlan = planColumnTexts({ row, indicator });
        const figures = [...(province[k] ?? []).slice(ofPlan.length), ...(cells[k] ?? [])];
        return [...ofPlan, ...figures.map((cell) => cell?.value ?? null)];
      }),
    ],
    looks: [
      { look: { bold: true }, areas: [{ top: 1, left: 1, bottom: 1, right: 1 }] },
      {
        look: { bold: true, wrap: true, fill: HEADER, border: LINE, horizontal: 'center', vertical: 'center' },
        areas: [{ top: CODES_ROW - 1, left: 1, bottom: CODES_ROW, right: width }],
      },
      ...(lines.length > 0
        ? [
            {
              look: { wrap: true, border: LINE, vertical: 'center' } as const,
              areas: [{ top: FIRST_ROW, left: 1, bottom: last, right: width }],
            },
          ]
        : []),
      ...looksOf(province, 1),
      ...looksOf(cells, FIRST_AGENCY),
    ],
    notes: lines.flatMap(({ row, indicator }, k) =>
      agencies.flatMap(({ id }, n) => {
        const text = sourceNote(indicator, { period, agency: id }, row.cells[id], { nameOf, utcOffset });
        return text === null ? [] : [{ row: FIRST_ROW + k, column: FIRST_AGENCY + n, text }];
      }),
    ),
    frozen: { rows: CODES_ROW, columns: FROZEN_COLUMNS },
  };
}

/** What the first columns say of a row: its code, name and target. */
export const planColumnTexts = ({ row, indicator }: PlannedRow) => [row.id, indicator.name, indicator.targetText];

/** What the columns before the agencies' say of a row, by column; null where it is the plan's own and never changes. */
export function provinceCells({ row, indicator }: PlannedRow): readonly (SheetCell | null)[] {
  const plain = (value: string | number, tone: SheetCell['tone'] = 'none'): SheetCell => ({ value, numberFormat: null, tone });
  const { reported, obliged } = row.coverage;
  const result = resultCell(indicator, row);
  const verdict = plain(`${VERDICT_SIGNS[row.verdict]} ${VERDICT_WORDS[row.verdict]}`, result.tone);
  return [null, null, null, result, verdict, plain(reported), plain(obliged)];
}

/** Colours by state and number formats of a block of cells. */
function looksOf(cells: readonly (readonly (SheetCell | null)[])[], left: number): AreaLook[] {
  const tones = runsByName(
    cells.map((line) => line.map((cell) => cell && cell.tone)),
    FIRST_ROW,
    left,
  );
  const formats = runsByName(
    cells.map((line) => line.map((cell) => cell && cell.numberFormat)),
    FIRST_ROW,
    left,
  );
  return [
    ...[...tones].map(([tone, areas]): AreaLook => ({ look: { ...SHEET_COLOURS[tone as SheetCell['tone']], horizontal: 'right' }, areas })), // named just above
    ...[...formats].map(([numberFormat, areas]): AreaLook => ({ look: { numberFormat }, areas })),
  ];
}
