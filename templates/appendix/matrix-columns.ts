import { columnLetters } from '../../core/grid.ts';
import { measureOf } from '../../core/measures/measure-of.ts';
import { type Indicator, wholeOf } from '../../core/plan/plan.ts';
import { VERDICT_SIGNS, VERDICT_WORDS } from '../../core/wording/labels.ts';
import type { Formula } from '../../xlsx/write/cell.ts';
import type { AppendixRequest } from './appendix-request.ts';
import { type Column, cell, lettersOf } from './columns.ts';
import { LOOK, resultLook } from './looks.ts';
import { CELL_SIGNS } from './matrix-cells.ts';
import { type RowCells, totalFormat, totalFormula, verdictFormula } from './matrix-formulas.ts';
import { type MatrixLine, mustEachReach } from './matrix-line.ts';
import { SOURCE } from './source-names.ts';

/** The matrix sheet's columns before the agencies': the figures of all as live formulas, and how many agencies they rest on. */
export function provinceColumns({ obligations }: AppendixRequest, lines: readonly MatrixLine[]): Column<MatrixLine>[] {
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
  const cellsOf = (indicator: Indicator, row: number): RowCells => {
    const { statedBy } = measureOf(indicator);
    const stating = agencies.findIndex(({ id }) => id === statedBy);
    return {
      id: at('id', row),
      numerator: at('numerator', row),
      denominator: at('denominator', row),
      result: at('result', row),
      reported: at('reported', row),
      nothingArose: at('nothing-arose', row),
      obliged: at('obliged', row),
      stated: stating < 0 ? null : `$${agencyLetters(stating)}${row}`,
      sources: SOURCE,
    };
  };
  const live = (formula: string, result: number | string): Formula => ({ formula, result });
  const total = (line: MatrixLine, row: number, key: 'numerator' | 'denominator' | 'result' | 'pooled'): Formula | null =>
    line.row.coverage.obliged === 0 ? null : totalFormula(line, cellsOf(line.indicator, row), key);
  const signs = (sign: string, row: number): string => `COUNTIF(${span(row)},"${sign}")`;
  const columns: Column<MatrixLine>[] = [
    column('id', 'Mã', 9.7, ({ indicator }) => cell(indicator.id)),
    column('name', 'Chỉ tiêu', 56, ({ indicator }) => cell(indicator.name, LOOK.smallText)),
    column('target', 'Mục tiêu', 9.5, ({ indicator }) => cell(measureOf(indicator).goal(indicator.targetText), LOOK.centred)),
    column('result', `Kết quả ${wholeOf(obligations.plan)}`, 10.5, (line, row) =>
      cell(total(line, row, 'result'), resultLook(totalFormat(line))),
    ),
    column('verdict', 'Đánh giá', 14, ({ row: { verdict } }) => cell(`${VERDICT_SIGNS[verdict]} ${VERDICT_WORDS[verdict]}`, LOOK.word)),
    column('redone', 'Tính lại bằng công thức', 13, ({ indicator, row: { verdict } }, row) =>
      cell(live(verdictFormula(indicator, period, cellsOf(indicator, row)), VERDICT_WORDS[verdict]), LOOK.centred),
    ),
    column('numerator', 'Tử số', 10.5, (line, row) => cell(total(line, row, 'numerator'), LOOK.count)),
    column('denominator', 'Mẫu số', 10.5, (line, row) => cell(total(line, row, 'denominator'), LOOK.count)),
    ...(lines.some(mustEachReach)
      ? [
          column('pooled', 'Tỷ lệ chung (tham khảo)', 9.5, (line, row) =>
            cell(total(line, row, 'pooled'), resultLook(measureOf(line.indicator).formulas.format)),
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
