import { columnLetters } from '../../core/grid.ts';
import type { Indicator, RowId } from '../../core/plan.ts';
import { VERDICT_SIGNS, VERDICT_WORDS } from '../../core/wording/labels.ts';
import type { AppendixRequest } from './appendix-request.ts';
import { type Column, cell, headerRow, itemRow, lettersOf, widthsOf } from './columns.ts';
import { figureLook, targetOf } from './figure-text.ts';
import { bySign } from './highlights.ts';
import { LOOK } from './looks.ts';
import { agencyCell, CELL_SIGNS } from './matrix-cells.ts';
import { type RowCells, totalsOf, totalValues, verdictFormula } from './matrix-formulas.ts';
import { shortfallFormats } from './matrix-highlights.ts';
import { linesOf, type MatrixLine } from './matrix-line.ts';
import { AGENCY_WIDTH, matrixPaper, uprightHeight } from './matrix-paper.ts';
import { SOURCE } from './source-sheet.ts';
import type { Formula, Row } from './spreadsheet/cell.ts';
import { quoted, type Sheet } from './spreadsheet/sheet.ts';
import { workingHeading } from './working-heading.ts';

export const MATRIX_TITLE = 'Ma trận';
const LEGEND =
  '○ chưa báo cáo     – không phát sinh     … chưa có số liệu     ô xám: không phải báo cáo     số in đậm, nền vàng: dưới mục tiêu';

/** Cells of the province's figures that other sheets show. */
export interface MatrixPlaces {
  readonly cell: (row: RowId, key: 'numerator' | 'denominator' | 'result') => string;
}

/** A row an indicator, a column an agency; the province's figures are live sums over the sources. Rows of the period stand first. */
export function matrixSheet(request: AppendixRequest, labels: ReadonlyMap<string, string>): { sheet: Sheet; places: MatrixPlaces } {
  const lines = linesOf(request);
  const heading = workingHeading('MA TRẬN KẾT QUẢ CÁC CHỈ TIÊU', request, [LEGEND]);
  const header = heading.length + 1;
  const fixed = fixedColumns(request, lines);
  const { agencies } = request.obligations;
  const first = fixed.length + 1;
  const widths = [...widthsOf(fixed), ...agencies.map(() => AGENCY_WIDTH)];
  const names = agencies.map(({ id }) => labels.get(id) ?? id);
  const head = headerRow(fixed, uprightHeight(names));
  const rows: Row[] = [
    ...heading,
    { ...head, cells: [...head.cells, ...names.map((name) => cell(name, LOOK.upright))] },
    ...lines.map((line, k): Row => {
      const { cells, height } = itemRow(fixed, line, header + 1 + k);
      return { height, cells: [...cells, ...agencies.map(({ id }) => agencyCell(line.row.cells[id]))] };
    }),
  ];
  const last = header + lines.length;
  const due = lines.filter(({ row }) => row.coverage.obliged > 0).length;
  const placeOf = new Map(lines.map(({ row }, k) => [row.id, header + 1 + k]));
  return {
    sheet: {
      title: MATRIX_TITLE,
      widths,
      rows,
      merges: [],
      conditionalFormats: [
        bySign(lettersOf(fixed, 'verdict'), { first: header + 1, last }),
        ...shortfallFormats(lines, { header, columns: [first, first + agencies.length - 1] }),
      ],
      frozen: { rows: header, columns: 2 },
      filter: `A${header}:${columnLetters(fixed.length)}${last}`,
      paper: matrixPaper(request, { widths, fixed: fixed.length, header, lastRow: due > 0 ? header + due : last }),
    },
    places: { cell: (row, key) => `${quoted(MATRIX_TITLE)}!$${lettersOf(fixed, key)}$${placeOf.get(row) ?? 0}` },
  };
}

function fixedColumns({ obligations }: AppendixRequest, lines: readonly MatrixLine[]): Column<MatrixLine>[] {
  const { agencies, period } = obligations;
  const column = (key: string, header: string, width: number, write: Column<MatrixLine>['cell']): Column<MatrixLine> => ({
    key,
    header,
    width,
    cell: write,
  });
  const at = (key: string, row: number): string => `$${lettersOf(columns, key)}${row}`;
  const agencyLetters = (index: number): string => columnLetters(columns.length + 1 + index);
  const span = (row: number): string => `$${agencyLetters(0)}${row}:$${agencyLetters(agencies.length - 1)}${row}`;
  const cellsOf = ({ measure }: Indicator, row: number): RowCells => {
    const stating = 'statedBy' in measure ? agencies.findIndex(({ id }) => id === measure.statedBy) : -1;
    return {
      id: at('id', row),
      numerator: at('numerator', row),
      denominator: at('denominator', row),
      result: at('result', row),
      reported: at('reported', row),
      nothingArose: at('nothing-arose', row),
      obliged: at('obliged', row),
      stated: stating < 0 ? null : `$${agencyLetters(stating)}${row}`,
    };
  };
  const live = (formula: string | null, result: number | string): Formula | null => (formula === null ? null : { formula, result });
  const total = (line: MatrixLine, row: number, key: 'numerator' | 'denominator' | 'result' | 'pooled'): Formula | null =>
    live(totalsOf(line.indicator.measure, cellsOf(line.indicator, row))[key], totalValues(line.row)[key]);
  const signs = (sign: string, row: number): string => `COUNTIF(${span(row)},"${sign}")`;
  const columns: Column<MatrixLine>[] = [
    column('id', 'Mã', 9.7, ({ indicator }) => cell(indicator.id)),
    column('name', 'Chỉ tiêu', 44, ({ indicator }) => cell(indicator.name)),
    column('target', 'Mục tiêu', 9.5, ({ indicator }) => cell(targetOf(indicator), LOOK.centred)),
    column('result', 'Kết quả toàn tỉnh', 10.5, (line, row) =>
      cell(total(line, row, 'result'), figureLook(line.indicator, line.row.result)),
    ),
    column('verdict', 'Đánh giá', 14, ({ row: { verdict } }) => cell(`${VERDICT_SIGNS[verdict]} ${VERDICT_WORDS[verdict]}`, LOOK.word)),
    column('redone', 'Tính lại bằng công thức', 13, ({ indicator, row: { verdict } }, row) =>
      cell(live(verdictFormula(indicator, period, cellsOf(indicator, row)), VERDICT_WORDS[verdict]), LOOK.centred),
    ),
    column('numerator', 'Tử số', 10.5, (line, row) => cell(total(line, row, 'numerator'), LOOK.count)),
    column('denominator', 'Mẫu số', 10.5, (line, row) => cell(total(line, row, 'denominator'), LOOK.count)),
    ...(lines.some(({ indicator, row }) => indicator.measure.kind === 'each-agency' && row.coverage.obliged > 0)
      ? [
          column('pooled', 'Tỷ lệ chung (tham khảo)', 9.5, (line, row) =>
            cell(total(line, row, 'pooled'), figureLook(line.indicator, null)),
          ),
        ]
      : []),
    column('reported', 'Có số liệu', 7, ({ row: { coverage } }, row) =>
      cell(live(`COUNTIFS(${SOURCE.row},${at('id', row)})`, coverage.reported), LOOK.count),
    ),
    column('nothing-arose', 'Không phát sinh', 7, ({ row: { coverage } }, row) =>
      cell(live(signs(CELL_SIGNS['nothing-arose'], row), coverage.nothingArose), LOOK.count),
    ),
    column('no-figure', 'Chưa có số liệu', 7, ({ row: { coverage } }, row) =>
      cell(live(signs(CELL_SIGNS['no-figure'], row), coverage.noFigure), LOOK.count),
    ),
    column('missing', 'Chưa báo cáo', 7, ({ row: { coverage } }, row) =>
      cell(live(signs(CELL_SIGNS['not-reported'], row), coverage.missing), LOOK.count),
    ),
    column('obliged', 'Phải báo cáo', 7, ({ row: { coverage } }, row) => cell(live(`COUNTA(${span(row)})`, coverage.obliged), LOOK.count)),
  ];
  return columns;
}
