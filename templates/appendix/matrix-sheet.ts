import { cellName, columnLetters } from '../../core/grid.ts';
import { measureOf } from '../../core/measures/measure-of.ts';
import { OWN_SHEETS } from '../../core/own-sheets.ts';
import type { RowId } from '../../core/plan/plan.ts';
import type { Row } from '../../xlsx/write/cell.ts';
import { quoted, type SheetLink, type SheetToWrite } from '../../xlsx/write/sheet.ts';
import type { AppendixRequest } from './appendix-request.ts';
import { cell, columnNumber, headerRow, itemRow, lettersOf, widthsOf } from './columns.ts';
import { bySign } from './highlights.ts';
import { LOOK } from './looks.ts';
import { agencyFigureCell } from './matrix-cells.ts';
import { provinceColumns } from './matrix-columns.ts';
import { shortfallFormats } from './matrix-highlights.ts';
import { linesOf } from './matrix-line.ts';
import { matrixPaper, PRINTED_AGENCY_WIDTH, TITLE_COLUMNS, uprightHeight } from './matrix-paper.ts';
import type { Sources } from './source-sheet.ts';
import { workingHeading } from './working-heading.ts';

export const MATRIX_TITLE = OWN_SHEETS.matrix;
const LEGEND = '○ chưa báo cáo; – không phát sinh; … chưa có số liệu; ô xám: không phải báo cáo; số in đậm, nền vàng: dưới mục tiêu.';

/** Cells of the province's figures that other sheets show. */
export interface MatrixPlaces {
  readonly cell: (row: RowId, key: 'numerator' | 'denominator' | 'result') => string;
}

/** A row an indicator, a column an agency; the province's figures are live sums over the sources. Rows of the period stand first. */
export function matrixSheetWithPlaces(
  request: AppendixRequest,
  labels: ReadonlyMap<string, string>,
  sources: Pick<Sources, 'placeOf' | 'firstOf'>,
): { sheet: SheetToWrite; places: MatrixPlaces } {
  const lines = linesOf(request);
  const fixed = provinceColumns(request, lines);
  const heading = workingHeading('MA TRẬN KẾT QUẢ CÁC CHỈ TIÊU', request, {
    notes: [LEGEND],
    widths: widthsOf(fixed).slice(0, TITLE_COLUMNS),
  });
  const header = heading.rows.length + 1;
  const { agencies } = request.obligations;
  const first = fixed.length + 1;
  const widths = [...widthsOf(fixed), ...agencies.map(() => PRINTED_AGENCY_WIDTH)];
  const names = agencies.map(({ id }) => labels.get(id) ?? id);
  const head = headerRow(fixed, uprightHeight(names));
  const rows: Row[] = [
    ...heading.rows,
    { ...head, cells: [...head.cells, ...names.map((name) => cell(name, LOOK.upright))] },
    ...lines.map((line, k): Row => {
      const { cells, height } = itemRow(fixed, line, header + 1 + k);
      const { figure } = measureOf(line.indicator);
      return { height, cells: [...cells, ...agencies.map(({ id }) => agencyFigureCell(figure, line.row.cells[id]))] };
    }),
  ];
  const last = header + lines.length;
  const due = lines.filter(({ row }) => row.coverage.obliged > 0).length;
  // rows of another phase hold nothing worth a page
  const lastRow = due > 0 ? header + due : last;
  const height = rows.slice(0, lastRow).reduce((sum, row) => sum + row.height, 0);
  const placeOf = new Map(lines.map(({ row }, k) => [row.id, header + 1 + k]));
  return {
    sheet: {
      title: MATRIX_TITLE,
      widths,
      rows,
      merges: heading.merges,
      conditionalFormats: [
        bySign(lettersOf(fixed, 'verdict'), { first: header + 1, last }),
        ...shortfallFormats(lines, { header, first, agencies }),
      ],
      links: lines.flatMap(({ row }, k) => {
        const linkTo = (column: number, to: string | null): SheetLink[] =>
          to === null ? [] : [{ from: cellName(header + 1 + k, column), to }];
        return [
          ...linkTo(columnNumber(fixed, 'result'), sources.firstOf(row.id)),
          ...agencies.flatMap(({ id }, at) => linkTo(first + at, sources.placeOf(row.id, id))),
        ];
      }),
      frozen: { rows: header, columns: TITLE_COLUMNS },
      filter: `A${header}:${columnLetters(fixed.length)}${last}`,
      paper: matrixPaper(request, { widths, fixed: fixed.length, header, lastRow, height }),
    },
    places: { cell: (row, key) => `${quoted(MATRIX_TITLE)}!$${lettersOf(fixed, key)}$${placeOf.get(row) ?? 0}` },
  };
}
