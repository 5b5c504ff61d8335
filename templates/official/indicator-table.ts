import { titleEnd } from '../../core/form/heading-text.ts';
import { formatCount } from '../../core/format.ts';
import type { IndicatorRow } from '../../core/matrix.ts';
import { measureOf } from '../../core/measures/measure-of.ts';
import { resultParts } from '../../core/report-text/indicator-results.ts';
import type { JoinedIndicator } from '../../core/report-text/narrative-ground.ts';
import { rowFigureName, type TextPart } from '../../core/report-text/text-part.ts';
import { INDICATOR_COLUMNS } from '../../core/tables/indicators/columns.ts';
import { VERDICT_WORDS } from '../../core/wording/labels.ts';
import { answerColumns } from './agency-answers.ts';
import type { OfficialRequest } from './official-request.ts';
import { type OfficialColumn, type OfficialLine, type OfficialTable, officialTable } from './official-table.ts';
import { officialPlanColumns } from './plan-columns.ts';

/** Phụ lục I: the plan's indicators with their result, verdict, coverage and reason. */
export function indicatorTable(request: OfficialRequest): OfficialTable {
  const { plan, period } = request.obligations;
  const { heading, title } = plan.appendices.indicators;
  const above = { heading, titles: [title, titleEnd(period)], attached: request.head.attached };
  return officialTable(above, columnsOf(request), linesOf(request));
}

/** Phases, groups and indicators as the plan prints them; a heading of nothing is left out. */
function linesOf(request: OfficialRequest): OfficialLine<JoinedIndicator>[] {
  const { plan } = request.obligations;
  const joined = shownIndicators(request);
  let [phase, group] = ['', ''];
  return joined.flatMap((line) => {
    const { indicator } = line;
    const headings = [
      ...(indicator.phase === phase ? [] : plan.phases.filter(({ id }) => id === indicator.phase)),
      ...(indicator.group === group
        ? []
        : plan.groups.filter(({ id }) => id === indicator.group).map(({ id, title }) => ({ tt: id, title }))),
    ];
    [phase, group] = [indicator.phase, indicator.group];
    return [...headings.map(({ tt, title }) => ({ heading: { tt, title } })), { row: indicator.id, item: line }];
  });
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

function columnsOf(request: OfficialRequest): OfficialColumn<JoinedIndicator>[] {
  const { obligations } = request;
  return [
    ...officialPlanColumns(INDICATOR_COLUMNS, obligations, ({ indicator }: JoinedIndicator) => indicator),
    { key: 'result', header: 'Kết quả thực hiện', align: 'centre', weight: 'bold', says: result },
    {
      key: 'verdict',
      header: 'Đánh giá',

      align: 'centre',
      weight: 'regular',
      says: ({ row }) => [VERDICT_WORDS[row.verdict]],
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
