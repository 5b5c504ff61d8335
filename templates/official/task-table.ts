import { formatCount } from '../../core/format.ts';
import type { SheetLayout } from '../../core/layout.ts';
import type { TaskRow } from '../../core/matrix.ts';
import { type JoinedTask, joinedTasks } from '../../core/overview/joined-rows.ts';
import { headingsAbove } from '../../core/plan/headings.ts';
import type { RowId } from '../../core/plan/plan.ts';
import { type OfficialColumn, type OfficialLine, officialTable } from '../../core/report-text/official-table.ts';
import { joinedParts, rowFigureName, type TextPart } from '../../core/report-text/text-part.ts';
import { rowsOfTable } from '../../core/tables/sheets-of.ts';
import { TASK_COLUMNS } from '../../core/tables/tasks/columns.ts';
import { TASK_WORDS } from '../../core/wording/labels.ts';
import { remarkOnTask } from '../../core/wording/why-task.ts';
import { answerColumns, answersInBrief } from './agency-answers.ts';
import { documentsOf } from './documents.ts';
import { headedLines, headOfTable, type TableWriter } from './headed-lines.ts';
import type { OfficialRequest } from './official-request.ts';
import { officialPlanColumns } from './plan-columns.ts';

/** A table of tasks with how far they are, what was issued, and the reason. */
export const taskTable: TableWriter = (request, layout) =>
  officialTable(headOfTable(request, layout), columnsOf(request, layout), linesOf(request, layout));

/** Sections and tasks as the plan prints them. */
function linesOf(request: OfficialRequest, layout: SheetLayout): OfficialLine<JoinedTask>[] {
  const { plan } = request.obligations;
  const { rows } = request;
  const joined = joinedTasks(request).filter(({ row: { verdict } }) => rows === 'all' || (verdict === 'not-due') === (rows === 'not-due'));
  return headedLines(
    rowsOfTable(
      joined.map((one) => ({ id: one.task.id, joined: one })),
      layout,
    ),
    ({ joined: one }) => ({
      line: { row: one.task.id, item: one },
      above: headingsAbove(plan.sections, one.task.section).map(({ id, title }) => ({ id, tt: id, title })),
    }),
  );
}

function columnsOf(request: OfficialRequest, layout: SheetLayout): OfficialColumn<JoinedTask>[] {
  const { obligations } = request;
  const documents = documentsOf(request, 'brief');
  return [
    ...officialPlanColumns(TASK_COLUMNS, layout, obligations, ({ task }: JoinedTask) => task),
    {
      key: 'verdict',
      header: 'Tình hình',
      align: 'centre',
      weight: 'regular',
      says: ({ row }) => [{ text: TASK_WORDS[row.verdict], name: rowFigureName(row.id, 'verdict') }],
    },
    { key: 'done', header: 'Đơn vị hoàn thành', align: 'centre', weight: 'regular', says: ({ row }) => done(row) },
    {
      key: 'documents',
      header: 'Văn bản, sản phẩm; lý do',
      align: 'left',
      weight: 'regular',
      says: ({ task, row }) =>
        joinedParts(
          [
            answersInBrief(documents(row.id), { row: row.id, field: 'documents', many: 'đơn vị nêu văn bản' }),
            figureUnlessEmpty(row.id, 'remark', remarkOnTask(task, row, obligations)),
          ].filter((parts) => parts.length > 0),
          '\n',
        ),
    },
    ...answerColumns<JoinedTask>(request, 'tasks'),
  ];
}

/** "3/16": agencies that have done their part, of those whom the task concerns. */
export function doneShare({ cells, coverage: { obliged, notRelevant } }: TaskRow): string {
  const count = Object.values(cells).filter((one) => one?.verdict === 'done' || one?.verdict === 'done-this-year').length;
  return `${formatCount(count)}/${formatCount(obliged - notRelevant)}`;
}

const done = (row: TaskRow): TextPart[] => [{ text: doneShare(row), name: rowFigureName(row.id, 'done') }];

const figureUnlessEmpty = (row: RowId, field: string, text: string): TextPart[] =>
  text === '' ? [] : [{ text, name: rowFigureName(row, field) }];
