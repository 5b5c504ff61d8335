import { formatCount, formatDate } from '../../core/format.ts';
import { cellName } from '../../core/grid.ts';
import type { IndicatorRow, TaskRow } from '../../core/matrix.ts';
import { measureOf } from '../../core/measures/measure-of.ts';
import { OWN_SHEETS } from '../../core/own-sheets.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import { type Indicator, type Task, wholeOf } from '../../core/plan/plan.ts';
import { PACE_WORDS, TASK_SIGNS, TASK_WORDS, VERDICT_SIGNS, VERDICT_WORDS } from '../../core/wording/labels.ts';
import type { CellValue } from '../../xlsx/write/cell.ts';
import type { SheetToWrite } from '../../xlsx/write/sheet.ts';
import { doneShare } from '../official/task-table.ts';
import type { AppendixRequest } from './appendix-request.ts';
import { type Column, cell, headerRow, itemRow, lettersOf, widthsOf } from './columns.ts';
import { bySign } from './highlights.ts';
import { gapLook, LOOK, resultLook } from './looks.ts';
import { totalFormat, totalOf } from './matrix-formulas.ts';
import type { MatrixPlaces } from './matrix-sheet.ts';
import { paperOf, rowBreaksOf } from './paper.ts';
import { pageFooter, workingHeading } from './working-heading.ts';

const FLAG_TITLE = OWN_SHEETS.flags;
const MOST_NAMED = 10;

type Flag = { readonly indicator: Indicator; readonly row: IndicatorRow } | { readonly task: Task; readonly row: TaskRow };

/** What is not reached or late, one row each, with the reason and the agencies that weigh most in it. */
export function flagSheet(
  request: AppendixRequest,
  labels: ReadonlyMap<string, string>,
  { places, firstAnswerTo }: { readonly places: MatrixPlaces; readonly firstAnswerTo: (task: string) => string | null },
): SheetToWrite {
  const columns = columnsOf(labels, places, wholeOf(request.obligations.plan));
  const flags = flagsOf(request);
  const widths = widthsOf(columns);
  const heading = workingHeading('CHỈ TIÊU CHƯA ĐẠT, NHIỆM VỤ QUÁ HẠN', request, { widths });
  const header = heading.rows.length + 1;
  const head = headerRow(columns);
  const none = { height: 20, cells: [cell('Không có chỉ tiêu nào chưa đạt và không có nhiệm vụ nào quá hạn.', LOOK.note)] };
  const body = flags.length === 0 ? [none] : flags.map((flag, k) => itemRow(columns, flag, header + 1 + k));
  const last = header + body.length;
  return {
    title: FLAG_TITLE,
    widths,
    rows: [...heading.rows, head, ...body],
    merges: heading.merges,
    conditionalFormats: flags.length === 0 ? [] : [bySign(lettersOf(columns, 'verdict'), { first: header + 1, last })],
    links: flags.flatMap((flag, k) => {
      const to = 'task' in flag ? firstAnswerTo(flag.row.id) : places.cell(flag.row.id, 'result').replaceAll('$', '');
      return to === null ? [] : [{ from: cellName(header + 1 + k, 1), to }];
    }),
    frozen: { rows: header, columns: 2 },
    filter: flags.length === 0 ? null : `A${header}:${lettersOf(columns, 'agencies')}${last}`,
    paper: {
      ...paperOf({ widths, lastRow: last, header, foot: pageFooter(request, FLAG_TITLE) }),
      rowBreaks: rowBreaksOf(widths, { above: heading.rows, header: head, rows: body.map(({ height }) => ({ height, heading: false })) }),
    },
  };
}

function flagsOf({ obligations: { plan }, matrix }: AppendixRequest): Flag[] {
  const indicators = new Map(matrix.indicators.map((row) => [row.id, row]));
  const tasks = new Map(matrix.tasks.map((row) => [row.id, row]));
  return [
    ...plan.indicators.flatMap((indicator) => {
      const row = indicators.get(indicator.id);
      return row?.why.flagged ? [{ indicator, row }] : [];
    }),
    ...plan.tasks.flatMap((task) => {
      const row = tasks.get(task.id);
      return row?.why.flagged ? [{ task, row }] : [];
    }),
  ];
}

function columnsOf(labels: ReadonlyMap<string, string>, places: MatrixPlaces, whole: string): Column<Flag>[] {
  return [
    { key: 'id', header: 'Mã', width: 10, cell: ({ row }) => cell(row.id) },
    { key: 'name', header: 'Chỉ tiêu, nhiệm vụ', width: 40, cell: (flag) => cell('task' in flag ? flag.task.name : flag.indicator.name) },
    { key: 'target', header: 'Mục tiêu, thời hạn', width: 11, cell: (flag) => cell(goalText(flag), LOOK.centred) },
    { key: 'result', header: 'Kết quả', width: 10.5, cell: (flag) => resultCell(flag, places) },
    {
      key: 'verdict',
      header: 'Đánh giá',
      width: 12,
      cell: (flag) =>
        cell(
          'task' in flag
            ? `${TASK_SIGNS[flag.row.verdict]} ${TASK_WORDS[flag.row.verdict]}`
            : `${VERDICT_SIGNS[flag.row.verdict]} ${VERDICT_WORDS[flag.row.verdict]}`,
          LOOK.word,
        ),
    },
    {
      key: 'pace',
      header: 'Tiến độ',
      width: 11,
      cell: (flag) => cell('task' in flag || !flag.row.pace ? '–' : PACE_WORDS[flag.row.pace], LOOK.centred),
    },
    { key: 'gap', header: 'Còn thiếu (điểm)', width: 8.5, cell: (flag) => cell(gapValue(flag, places), gapLook(gapText(flag))) },
    { key: 'why', header: 'Lý do', width: 41, cell: ({ row }) => cell(row.why.sentence) },
    { key: 'agencies', header: 'Đơn vị làm giảm kết quả nhiều nhất', width: 33, cell: (flag) => cell(agenciesText(flag, labels, whole)) },
  ];
}

function goalText(flag: Flag): string {
  const goal = 'task' in flag ? flag.task.timeframeText : measureOf(flag.indicator).goal(flag.indicator.targetText);
  return flag.row.due ? `${goal}\nhạn ${formatDate(flag.row.due)}` : goal;
}

function resultCell(flag: Flag, places: MatrixPlaces) {
  if ('task' in flag) return cell(`${doneShare(flag.row)} đơn vị hoàn thành`, LOOK.centred);
  const result = totalOf(flag, 'result');
  return cell(result === null ? null : { formula: places.cell(flag.row.id, 'result'), result }, resultLook(totalFormat(flag)));
}

/** As the sentence of the reason tells the gap. */
const gapText = (flag: Flag): string => ('task' in flag ? '' : (measureOf(flag.indicator).resultOf(flag.row.result)?.gapText ?? ''));

/** How far it is from being met, worked out live: points, or levels. */
function gapValue(flag: Flag, places: MatrixPlaces): CellValue {
  if ('task' in flag || flag.row.gapPoints === null) return null;
  const { gap } = measureOf(flag.indicator).formulas;
  return { formula: gap(places.cell(flag.indicator.id, 'result')), result: flag.row.gapPoints };
}

function agenciesText(flag: Flag, labels: ReadonlyMap<string, string>, whole: string): string {
  const label = (id: string): string => labels.get(id) ?? id;
  const all: readonly AgencyId[] = flag.row.why.pulledDownBy ?? [];
  if (all.length > 0) {
    const more = all.length > MOST_NAMED ? ` và ${formatCount(all.length - MOST_NAMED)} đơn vị khác` : '';
    return `${all.slice(0, MOST_NAMED).map(label).join('; ')}${more}`;
  }
  const stating = 'indicator' in flag ? measureOf(flag.indicator).statedBy : null;
  return stating ? `Số liệu ${whole} do ${label(stating)} báo cáo` : '–';
}
