import { type Day, serialOfDay } from '../../../core/day.ts';
import { localDay, offsetMs } from '../../../core/local-day.ts';
import type { RowId, Task } from '../../../core/plan/plan.ts';
import { planIn } from '../../../core/plan/plan-in.ts';
import { TASK_SIGNS, TASK_WORDS } from '../../../core/wording/labels.ts';
import { shortPeriodName } from '../../../core/wording/period-names.ts';
import type { ExcelValue } from '../../excel/port.ts';
import type { RefreshedTable } from '../../excel/refreshed-table.ts';
import { REPORT_WORDS } from '../../ui/badge.tsx';
import { momentText } from '../../ui/moment.ts';
import type { PeriodView } from './period-view.ts';
import { CHANGED_FILL } from './sheet-colours.ts';

type Shown = Pick<PeriodView, 'plan' | 'matrix' | 'status' | 'nameOf'>;

/** A table of the period that the pane puts into the open workbook. */
export interface PeriodTable {
  readonly title: string;
  readonly of: (view: Shown, at: Date) => RefreshedTable;
}

const GONE = 'Không còn trong danh sách';
const DAY = 'dd/mm/yyyy';
const MOMENT = 'hh:mm dd/mm/yyyy';

/** Who has sent, how much, how late: a row an agency. */
const STATUS: PeriodTable = {
  title: 'Tình hình báo cáo',
  of: (view, at) => ({
    ...frame(view, at, { name: 'PhuLuc_TinhHinh', title: 'Tình hình', heading: 'TÌNH HÌNH BÁO CÁO' }),
    columns: [
      { header: 'Mã', width: 12, format: null },
      { header: 'Đơn vị', width: 40, format: null },
      { header: 'Tình trạng', width: 24, format: null },
      { header: 'Lần nộp', width: 9, format: '0' },
      { header: 'Gửi lúc', width: 17, format: MOMENT },
      { header: 'Muộn (ngày)', width: 12, format: '0' },
      { header: 'Dòng đã điền', width: 13, format: '0' },
      { header: 'Dòng phải báo cáo', width: 18, format: '0' },
      { header: 'Cảnh báo', width: 10, format: '0' },
    ],
    rows: view.status.map((line): readonly ExcelValue[] => [
      line.agency,
      view.nameOf(line.agency),
      REPORT_WORDS[line.state],
      line.version,
      line.at === null ? null : serialOfMoment(line.at, view.plan.reporting.utcOffset),
      line.daysLate,
      line.rowsFilled,
      line.rowsOwed,
      line.warnings,
    ]),
  }),
};

/** How far each task is: a row a task. */
const TASKS: PeriodTable = {
  title: 'Nhiệm vụ',
  of: (view, at) => {
    const tasks = new Map<RowId, Task>(planIn(view.plan, view.matrix.period).tasks.map((task) => [task.id, task]));
    return {
      ...frame(view, at, { name: 'PhuLuc_NhiemVu', title: 'Nhiệm vụ', heading: 'TÌNH HÌNH THỰC HIỆN NHIỆM VỤ' }),
      columns: [
        { header: 'Mã', width: 12, format: null },
        { header: 'Nhiệm vụ', width: 60, format: null },
        { header: 'Chủ trì', width: 30, format: null },
        { header: 'Thời gian', width: 16, format: null },
        { header: 'Hạn', width: 12, format: DAY },
        { header: 'Đánh giá', width: 22, format: null },
        { header: 'Đã báo cáo', width: 11, format: '0' },
        { header: 'Phải báo cáo', width: 13, format: '0' },
        { header: 'Lý do', width: 60, format: null },
      ],
      rows: view.matrix.tasks.map((row): readonly ExcelValue[] => {
        const task = tasks.get(row.id);
        return [
          row.id,
          task?.name ?? null,
          task?.leadsText ?? null,
          task?.timeframeText ?? null,
          row.due === null ? null : serialOfDay(row.due),
          `${TASK_SIGNS[row.verdict]} ${TASK_WORDS[row.verdict]}`,
          row.coverage.reported,
          row.coverage.obliged,
          row.why.sentence === '' ? null : row.why.sentence,
        ];
      }),
    };
  },
};

/** What the pane can put into a workbook beside the matrix. */
export const PERIOD_TABLES: readonly PeriodTable[] = [STATUS, TASKS];

interface Naming {
  readonly name: string;
  readonly title: string;
  readonly heading: string;
}

function frame({ plan, matrix: { period, agencies } }: Shown, at: Date, { name, title, heading }: Naming) {
  return {
    name: `${name}_${period.replace(/\W/g, '_')}`,
    sheet: `${title} ${period}`,
    heading: `${heading} KỲ ${shortPeriodName(period).toUpperCase()}`,
    taken: `Số liệu của ${agencies.received}/${agencies.obliged} đơn vị, lấy lúc ${momentText(at.toISOString(), plan.reporting.utcOffset)}; ô nền xanh: khác lần trước.`,
    goneText: GONE,
    changedFill: CHANGED_FILL,
  };
}

/** A moment as a sheet counts it, by the plan's clocks and to the minute: days since the last of 1899. */
function serialOfMoment(at: string, utcOffset: string): number {
  const moment = new Date(at);
  const day: Day = localDay(moment, utcOffset);
  const minutes = Math.floor((moment.getTime() + offsetMs(utcOffset) - Date.parse(day)) / 60_000);
  return serialOfDay(day) + minutes / 1440;
}
