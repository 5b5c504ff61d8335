import { formatCount } from '../../core/format.ts';
import { TASK_SHEET } from '../../core/layout.ts';
import type { TaskRow } from '../../core/matrix.ts';
import type { Task } from '../../core/plan.ts';
import { TASK_SIGNS, TASK_WORDS } from '../../core/wording/labels.ts';
import type { AppendixRequest } from './appendix-request.ts';
import { type Column, cell, lettersOf } from './columns.ts';
import { documentsOf } from './documents.ts';
import { bySign } from './highlights.ts';
import { LOOK } from './looks.ts';
import { type OfficialLine, officialSheet } from './official-sheet.ts';
import { officialText } from './official-text.ts';
import type { Sheet } from './spreadsheet/sheet.ts';
import { footOf } from './working-heading.ts';

interface TaskLine {
  readonly task: Task;
  readonly row: TaskRow;
}

/** Phụ lục II: the plan's tasks with how far they are, what was issued, and the reason. */
export function taskSheet(request: AppendixRequest): Sheet {
  const annex = request.obligations.plan.appendices.tasks;
  const columns = columnsOf(request);
  return officialSheet({
    title: TASK_SHEET.title,
    text: officialText(annex, request.obligations, request.matrix),
    halves: { left: [1, 3], right: [6, columns.length - 1], whole: [1, columns.length] },
    columns,
    headingAt: 2,
    lines: linesOf(request),
    frozenColumns: 3,
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
  const [, , name, leads, coordinators, deliverable, timeframe] = TASK_SHEET.columns.map(({ header }) => header);
  const documents = documentsOf(request);
  const column = (
    key: string,
    header: string | undefined,
    width: number,
    write: (line: TaskLine) => ReturnType<typeof cell>,
  ): Column<TaskLine> => ({
    key,
    header: header ?? key,
    width,
    cell: write,
  });
  return [
    column('id', 'Mã', 10, ({ task }) => cell(task.id)),
    column('tt', 'TT', 4.6, ({ task }) => cell(task.tt, LOOK.centred)),
    column('name', name, 39, ({ task }) => cell(task.name)),
    column('leads', leads, 11, ({ task }) => cell(task.leadsText)),
    column('coordinators', coordinators, 12, ({ task }) => cell(task.coordinatorsText)),
    column('deliverable', deliverable, 16, ({ task }) => cell(task.deliverable)),
    column('timeframe', timeframe, 10.5, ({ task }) => cell(task.timeframeText, LOOK.centred)),
    column('verdict', `Tình hình năm ${request.obligations.period}`, 11.5, ({ row }) => cell(taskVerdictText(row), LOOK.word)),
    column('done', 'Đơn vị hoàn thành', 7.3, ({ row }) => cell(doneText(row), LOOK.centred)),
    column('coverage', 'Đơn vị báo cáo', 7.3, ({ row }) => cell(reportedText(row), LOOK.centred)),
    column('documents', 'Văn bản, sản phẩm', 23, ({ row }) => cell(documents(row.id), LOOK.freeText)),
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
