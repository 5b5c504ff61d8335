import { formatCount } from '../../core/format.ts';
import { TASK_SHEET } from '../../core/layout.ts';
import type { TaskRow } from '../../core/matrix.ts';
import type { Task } from '../../core/plan/plan.ts';
import { TASK_COLUMNS } from '../../core/tables/tasks/columns.ts';
import { TASK_SIGNS, TASK_WORDS } from '../../core/wording/labels.ts';
import type { SheetToWrite } from '../../xlsx/write/sheet.ts';
import { answerColumns } from './answer-columns.ts';
import type { AppendixRequest } from './appendix-request.ts';
import { type Column, cell, columnNumber, lettersOf } from './columns.ts';
import { documentsOf } from './documents.ts';
import { bySign } from './highlights.ts';
import { LOOK } from './looks.ts';
import { type OfficialLine, officialSheet } from './official-sheet.ts';
import { officialText } from './official-text.ts';
import { planTextColumns } from './plan-text-columns.ts';
import { footOf } from './working-heading.ts';

interface TaskLine {
  readonly task: Task;
  readonly row: TaskRow;
}

/** Phụ lục II: the plan's tasks with how far they are, what was issued, and the reason. */
export function taskSheet(request: AppendixRequest): SheetToWrite {
  const annex = request.obligations.plan.appendices.tasks;
  const columns = columnsOf(request);
  return officialSheet({
    title: TASK_SHEET.title,
    text: officialText(annex, request.obligations, request.matrix),
    halves: { left: [1, 3], right: [6, columns.length - 1], whole: [1, columns.length] },
    columns,
    headingAt: columnNumber(columns, 'tt'),
    lines: linesOf(request),
    frozenColumns: columnNumber(columns, 'name'),
    formats: (rows) => [bySign(lettersOf(columns, 'verdict'), rows)],
    foot: footOf(request, annex.heading),
  });
}

/** Sections and tasks as the plan prints them. */
function linesOf({ obligations: { plan }, matrix }: AppendixRequest): OfficialLine<TaskLine>[] {
  const rows = new Map(matrix.tasks.map((row) => [row.id, row]));
  let section = '';
  return plan.tasks.flatMap((task) => {
    const headings = task.section === section ? [] : plan.sections.filter(({ id }) => id === task.section);
    section = task.section;
    const row = rows.get(task.id);
    return [...headings.map(({ id, title }) => ({ heading: { tt: id, title } })), ...(row ? [{ item: { task, row } }] : [])];
  });
}

function columnsOf(request: AppendixRequest): Column<TaskLine>[] {
  const { obligations } = request;
  const documents = documentsOf(request);
  const column = (key: string, header: string, width: number, write: Column<TaskLine>['cell']): Column<TaskLine> => ({
    key,
    header,
    width,
    cell: write,
  });
  return [
    ...planTextColumns(TASK_COLUMNS, obligations, {
      rowOf: ({ task }: TaskLine) => task,
      look: (_, align) => (align === 'centre' ? LOOK.centred : LOOK.text),
    }),
    column('verdict', `Tình hình năm ${obligations.period}`, 11.5, ({ row }) => cell(taskVerdictText(row), LOOK.word)),
    column('done', 'Đơn vị hoàn thành', 7.3, ({ row }) => cell(doneText(row), LOOK.centred)),
    column('coverage', 'Đơn vị báo cáo', 7.3, ({ row }) => cell(reportedText(row), LOOK.centred)),
    column('documents', 'Văn bản, sản phẩm', 23, ({ row }) => cell(documents(row.id), LOOK.freeText)),
    ...answerColumns<TaskLine>(request, 'tasks'),
    column('why', 'Đánh giá, lý do', 20, ({ row }) => cell(row.why.sentence)),
  ];
}

export const taskVerdictText = ({ verdict }: TaskRow): string => `${TASK_SIGNS[verdict]} ${TASK_WORDS[verdict]}`;

/** "3/16": agencies that have done their part, of those whom the task concerns. */
export function doneText({ cells, coverage: { obliged, notRelevant } }: TaskRow): string {
  const done = Object.values(cells).filter((one) => one?.verdict === 'done' || one?.verdict === 'done-this-year').length;
  return `${formatCount(done)}/${formatCount(obliged - notRelevant)}`;
}

const reportedText = ({ coverage: { obliged, missing } }: TaskRow): string => `${formatCount(obliged - missing)}/${formatCount(obliged)}`;
