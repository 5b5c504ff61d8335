import { formatCount } from '../../core/format.ts';
import type { SheetLayout } from '../../core/layout.ts';
import type { IndicatorRow } from '../../core/matrix.ts';
import { measureOf } from '../../core/measures/measure-of.ts';
import type { JoinedIndicator } from '../../core/overview/joined-rows.ts';
import { headingsAbove } from '../../core/plan/headings.ts';
import { resultParts } from '../../core/report-text/indicator-results.ts';
import { type OfficialColumn, type OfficialLine, officialTable } from '../../core/report-text/official-table.ts';
import { rowFigureName, type TextPart } from '../../core/report-text/text-part.ts';
import { INDICATOR_COLUMNS } from '../../core/tables/indicators/columns.ts';
import { rowsOfTable } from '../../core/tables/sheets-of.ts';
import { VERDICT_WORDS } from '../../core/wording/labels.ts';
import { answerColumns } from './agency-answers.ts';
import { headedLines, headOfTable, type TableWriter } from './headed-lines.ts';
import type { OfficialRequest } from './official-request.ts';
import { officialPlanColumns } from './plan-columns.ts';

/** A table of indicators with their result, verdict, coverage and reason. */
export const indicatorTable: TableWriter = (request, layout) =>
  officialTable(headOfTable(request, layout), columnsOf(request, layout), linesOf(request, layout));

/** Phases, groups and indicators as the plan prints them; a heading of nothing is left out. */
function linesOf(request: OfficialRequest, layout: SheetLayout): OfficialLine<JoinedIndicator>[] {
  const { plan } = request.obligations;
  return headedLines(
    rowsOfTable(
      shownIndicators(request).map((joined) => ({ id: joined.row.id, joined })),
      layout,
    ),
    ({ joined }) => ({
      line: { row: joined.row.id, item: joined },
      above: [
        ...plan.phases.filter(({ id }) => id === joined.indicator.phase),
        ...headingsAbove(plan.groups, joined.indicator.group).map(({ id, title }) => ({ id, tt: id, title })),
      ],
    }),
  );
}

function shownIndicators({ obligations: { plan }, matrix, rows }: OfficialRequest): JoinedIndicator[] {
  const byId = new Map(matrix.indicators.map((row) => [row.id, row]));
  return plan.indicators.flatMap((indicator) => {
    const row = byId.get(indicator.id);
    if (!row || (rows === 'due' && !isDue(row)) || (rows === 'not-due' && isDue(row))) return [];
    return [{ indicator, row }];
  });
}

const isDue = ({ verdict }: IndicatorRow): boolean => verdict !== 'not-due';

function columnsOf(request: OfficialRequest, layout: SheetLayout): OfficialColumn<JoinedIndicator>[] {
  const { obligations } = request;
  return [
    ...officialPlanColumns(INDICATOR_COLUMNS, layout, obligations, ({ indicator }: JoinedIndicator) => indicator),
    { key: 'result', header: 'Kết quả thực hiện', align: 'centre', weight: 'bold', says: result },
    {
      key: 'verdict',
      header: 'Đánh giá',
      align: 'centre',
      weight: 'regular',
      says: ({ row }) => [{ text: VERDICT_WORDS[row.verdict], name: rowFigureName(row.id, 'verdict') }],
    },
    { key: 'coverage', header: 'Đơn vị có số liệu', align: 'centre', weight: 'regular', says: ({ row }) => coverage(row) },
    ...answerColumns<JoinedIndicator>(request, 'indicators'),
    { key: 'why', header: 'Lý do, ghi chú', align: 'left', weight: 'regular', says: ({ row }) => why(row) },
  ];
}

function result(joined: JoinedIndicator): TextPart[] {
  const judged = measureOf(joined.indicator).resultOf(joined.row.result);
  return judged ? resultParts(joined, judged) : [];
}

/** "108/112": agencies with a figure, or with the word that nothing arose, of those that owe the row. */
function coverage({ id, coverage: { obliged, reported, nothingArose } }: IndicatorRow): TextPart[] {
  if (obliged === 0) return ['–'];
  return [{ text: `${formatCount(reported + nothingArose)}/${formatCount(obliged)}`, name: rowFigureName(id, 'coverage') }];
}

const why = ({ id, why: { sentence } }: IndicatorRow): TextPart[] => [{ text: sentence, name: rowFigureName(id, 'why') }];
