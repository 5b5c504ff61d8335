import { formatPercentNumber } from '../../core/format.ts';
import type { TaskCell } from '../../core/matrix.ts';
import { dueTasks } from '../../core/overview/joined-rows.ts';
import { OWN_SHEETS } from '../../core/own-sheets.ts';
import type { Agency } from '../../core/plan/agency.ts';
import type { RowId } from '../../core/plan/plan.ts';
import { TASK_SIGNS, TASK_WORDS } from '../../core/wording/labels.ts';
import { quoted, type SheetToWrite } from '../../xlsx/write/sheet.ts';
import type { AppendixRequest } from './appendix-request.ts';
import { type Column, cell, headerRow, itemRow, lettersOf, widthsOf } from './columns.ts';
import { bySign } from './highlights.ts';
import { LOOK } from './looks.ts';
import { paperOf } from './paper.ts';
import { whereItStands } from './where-it-stands.ts';
import { pageFooter, workingHeading } from './working-heading.ts';

interface Answer {
  readonly row: RowId;
  readonly agency: Agency;
  readonly said: TaskCell;
}

/** What stands behind the words on tasks, and where the first answer to a task is in it. */
interface TaskSources {
  readonly sheet: SheetToWrite;
  readonly firstOf: (task: string) => string | null;
}

/** One row an answer of an agency to a task, with the file and cell that it was read from. */
export function taskSourceSheet(request: AppendixRequest, labels: ReadonlyMap<string, string>): TaskSources {
  const answers = answersOf(request);
  const stored = answers.some(({ said }) => said.source?.version !== undefined);
  const columns: Column<Answer>[] = [
    { key: 'row', header: 'Mã', width: 10, cell: ({ row }) => cell(row, LOOK.line) },
    { key: 'agency', header: 'Mã đơn vị', width: 10.5, cell: ({ agency }) => cell(agency.id, LOOK.line) },
    { key: 'label', header: 'Đơn vị', width: 22, cell: ({ agency }) => cell(labels.get(agency.id) ?? agency.id) },
    {
      key: 'verdict',
      header: 'Tình hình',
      width: 22,
      cell: ({ said: { verdict } }) => cell(`${TASK_SIGNS[verdict]} ${TASK_WORDS[verdict]}`, LOOK.word),
    },
    {
      key: 'progress',
      header: 'Tiến độ',
      width: 9,
      cell: ({ said: { percent } }) => cell(percent === undefined ? null : formatPercentNumber(percent), LOOK.centred),
    },
    ...whereItStands<Answer>(request, stored, ({ agency, said: { source } }) => ({ agency: agency.id, source })),
  ];
  const widths = widthsOf(columns);
  const heading = workingHeading('NGUỒN TÌNH HÌNH CÁC NHIỆM VỤ', request, {
    notes: ['Mỗi dòng là câu trả lời của một đơn vị cho một nhiệm vụ; tình hình chung của nhiệm vụ lấy từ các dòng này.'],
    widths,
  });
  const header = heading.rows.length + 1;
  const none = { height: 18, cells: [cell('Chưa đơn vị nào báo cáo nhiệm vụ.', LOOK.note)] };
  const rows = answers.length === 0 ? [none] : answers.map((answer, k) => itemRow(columns, answer, header + 1 + k));
  const last = header + rows.length;
  const firsts = new Map<string, number>();
  answers.forEach(({ row }, k) => {
    if (!firsts.has(row)) firsts.set(row, header + 1 + k);
  });
  const title = OWN_SHEETS.taskSources;
  return {
    firstOf: (task) => {
      const at = firsts.get(task);
      return at === undefined ? null : `${quoted(title)}!A${at}`;
    },
    sheet: {
      title,
      widths,
      rows: [...heading.rows, headerRow(columns), ...rows],
      merges: heading.merges,
      conditionalFormats: answers.length === 0 ? [] : [bySign(lettersOf(columns, 'verdict'), { first: header + 1, last })],
      frozen: { rows: header, columns: 3 },
      filter: `A${header}:${lettersOf(columns, columns.at(-1)?.key ?? 'row')}${last}`,
      paper: paperOf({ widths, lastRow: last, header, foot: pageFooter(request, title) }),
    },
  };
}

/** What agencies have said, by the plan's order, then the agencies'. */
const answersOf = (request: AppendixRequest): Answer[] =>
  dueTasks(request).flatMap(({ row }) =>
    [...request.obligations.agency.values()].flatMap((agency): Answer[] => {
      const said = row.cells[agency.id];
      return said?.source ? [{ row: row.id, agency, said }] : [];
    }),
  );
