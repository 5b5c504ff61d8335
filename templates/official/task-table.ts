import { titleEnd } from '../../core/form/heading-text.ts';
import { formatCount } from '../../core/format.ts';
import type { TaskRow } from '../../core/matrix.ts';
import type { RowId } from '../../core/plan/plan.ts';
import { type JoinedTask, joinedTasks } from '../../core/report-text/narrative-ground.ts';
import { joinedParts, rowFigureName, type TextPart } from '../../core/report-text/text-part.ts';
import { TASK_COLUMNS } from '../../core/tables/tasks/columns.ts';
import { TASK_WORDS } from '../../core/wording/labels.ts';
import { remarkOnTask } from '../../core/wording/why-task.ts';
import { answerColumns, answersInBrief } from './agency-answers.ts';
import { documentsOf } from './documents.ts';
import type { OfficialRequest } from './official-request.ts';
import { type OfficialColumn, type OfficialLine, type OfficialTable, officialTable } from './official-table.ts';
import { officialPlanColumns } from './plan-columns.ts';

/** Phụ lục II: the plan's tasks with how far they are, what was issued, and the reason. */
export function taskTable(request: OfficialRequest): OfficialTable {
  const { plan, period } = request.obligations;
  const { heading, title } = plan.appendices.tasks;
  const above = { heading, titles: [title, titleEnd(period)], attached: request.head.attached };
  return officialTable(above, columnsOf(request), linesOf(request));
}

/** Sections and tasks as the plan prints them. */
function linesOf(request: OfficialRequest): OfficialLine<JoinedTask>[] {
  const { plan } = request.obligations;
  let section = '';
  return shownTasks(request).flatMap((line) => {
    const headings = line.task.section === section ? [] : plan.sections.filter(({ id }) => id === line.task.section);
    section = line.task.section;
    return [...headings.map(({ id, title }) => ({ heading: { tt: id, title } })), { row: line.task.id, item: line }];
  });
}

function shownTasks(request: OfficialRequest): JoinedTask[] {
  const { rows } = request;
  return joinedTasks(request).filter(({ row: { verdict } }) => rows === 'all' || (verdict === 'not-due') === (rows === 'not-due'));
}

function columnsOf(request: OfficialRequest): OfficialColumn<JoinedTask>[] {
  const { obligations } = request;
  const documents = documentsOf(request, 'brief');
  return [
    ...officialPlanColumns(TASK_COLUMNS, obligations, ({ task }: JoinedTask) => task),
    { key: 'verdict', header: 'Tình hình', align: 'centre', weight: 'regular', says: ({ row }) => [TASK_WORDS[row.verdict]] },
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
