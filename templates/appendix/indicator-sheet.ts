import { formatCount } from '../../core/format.ts';
import { INDICATOR_SHEET } from '../../core/layout.ts';
import type { IndicatorRow } from '../../core/matrix.ts';
import { INDICATOR_COLUMNS } from '../../core/tables/indicators/columns.ts';
import { inputsIn } from '../../core/tables/inputs.ts';
import { PACE_WORDS, VERDICT_SIGNS, VERDICT_WORDS } from '../../core/wording/labels.ts';
import type { CellStyle, Formula } from '../../xlsx/write/cell.ts';
import type { SheetToWrite } from '../../xlsx/write/sheet.ts';
import { answerColumns } from './answer-columns.ts';
import type { AppendixRequest } from './appendix-request.ts';
import { type Column, cell, columnNumber, lettersOf } from './columns.ts';
import { bySign } from './highlights.ts';
import { LOOK, resultLook } from './looks.ts';
import { totalFormat, totalOf } from './matrix-formulas.ts';
import type { MatrixLine } from './matrix-line.ts';
import type { MatrixPlaces } from './matrix-sheet.ts';
import { type OfficialLine, officialSheet } from './official-sheet.ts';
import { officialText } from './official-text.ts';
import { planTextColumns } from './plan-text-columns.ts';
import { footOf } from './working-heading.ts';

/** Phụ lục I: the plan's indicators with their result, verdict, pace, coverage and reason. Figures are those of the matrix sheet. */
export function indicatorSheet(request: AppendixRequest, places: MatrixPlaces): SheetToWrite {
  const annex = request.obligations.plan.appendices.indicators;
  const columns = columnsOf(request, places);
  return officialSheet({
    title: INDICATOR_SHEET.title,
    text: officialText(annex, request.obligations, request.matrix),
    halves: { left: [1, 4], right: [7, columns.length - 1], whole: [1, columns.length] },
    columns,
    headingAt: columnNumber(columns, 'tt'),
    lines: linesOf(request),
    frozenColumns: columnNumber(columns, 'name'),
    formats: (rows) => [bySign(lettersOf(columns, 'verdict'), rows)],
    foot: footOf(request, annex.heading),
  });
}

/** Phases, groups and indicators as the plan prints them. */
function linesOf({ obligations: { plan }, matrix }: AppendixRequest): OfficialLine<MatrixLine>[] {
  const rows = new Map(matrix.indicators.map((row) => [row.id, row]));
  let [phase, group] = ['', ''];
  return plan.indicators.flatMap((indicator) => {
    const headings = [
      ...(indicator.phase === phase ? [] : plan.phases.filter(({ id }) => id === indicator.phase)),
      ...(indicator.group === group
        ? []
        : plan.groups.filter(({ id }) => id === indicator.group).map(({ id, title }) => ({ tt: id, title }))),
    ];
    [phase, group] = [indicator.phase, indicator.group];
    const row = rows.get(indicator.id);
    return [...headings.map(({ tt, title }) => ({ heading: { tt, title } })), ...(row ? [{ item: { indicator, row } }] : [])];
  });
}

function columnsOf(request: AppendixRequest, places: MatrixPlaces): Column<MatrixLine>[] {
  const { obligations } = request;
  const column = (key: string, header: string, width: number, write: Column<MatrixLine>['cell']): Column<MatrixLine> => ({
    key,
    header,
    width,
    cell: write,
  });
  const plain = (line: MatrixLine, text: string, style: CellStyle = LOOK.text) => cell(text, isDue(line.row) ? style : quiet(style));
  const linked = (line: MatrixLine, key: 'numerator' | 'denominator' | 'result', style: CellStyle) =>
    isDue(line.row) ? cell(matrixLink(places, line, key), style) : cell(null, LOOK.quietText);
  const totals = inputsIn('indicators').flatMap(({ header, appendix }) => {
    if (appendix === 'none' || appendix.shows !== 'total') return [];
    const { of, width } = appendix;
    return [column(of, header, width, (line) => linked(line, of, LOOK.count))];
  });
  return [
    ...planTextColumns(INDICATOR_COLUMNS, obligations, {
      rowOf: ({ indicator }: MatrixLine) => indicator,
      look: ({ row }, align) => {
        const style = align === 'centre' ? LOOK.centred : LOOK.text;
        return isDue(row) ? style : quiet(style);
      },
    }),
    column('result', `Kết quả thực hiện năm ${obligations.period}`, 10.5, (line) => linked(line, 'result', resultLook(totalFormat(line)))),
    ...totals,
    column('verdict', 'Đánh giá', 12.5, (line) => plain(line, verdictText(line.row), isDue(line.row) ? LOOK.word : LOOK.centred)),
    column('pace', 'Tiến độ', 10.5, (line) => plain(line, line.row.pace ? PACE_WORDS[line.row.pace] : '–', LOOK.centred)),
    column('coverage', 'Đơn vị có số liệu', 8, (line) => plain(line, coverageText(line.row), LOOK.centred)),
    ...answerColumns<MatrixLine>(request, 'indicators'),
    column('why', 'Lý do, ghi chú', 33.5, (line) => plain(line, line.row.why.sentence)),
  ];
}

/** The look of a row that the period does not ask for. */
const quiet = (style: CellStyle): CellStyle => (style === LOOK.centred ? LOOK.quietCentred : LOOK.quietText);

const isDue = ({ coverage }: IndicatorRow): boolean => coverage.obliged > 0;

const verdictText = ({ verdict }: IndicatorRow): string => `${VERDICT_SIGNS[verdict]} ${VERDICT_WORDS[verdict]}`;

/** "108/112": agencies with a figure, or with the word that nothing arose, of those that owe the row. */
export function coverageText({ coverage: { obliged, reported, nothingArose } }: IndicatorRow): string {
  return obliged === 0 ? '–' : `${formatCount(reported + nothingArose)}/${formatCount(obliged)}`;
}

/** A figure of the matrix sheet, shown here too; null where the row's kind has none. */
export function matrixLink(places: MatrixPlaces, line: MatrixLine, key: 'numerator' | 'denominator' | 'result'): Formula | null {
  const total = totalOf(line, key);
  return total === null ? null : { formula: places.cell(line.row.id, key), result: total };
}
