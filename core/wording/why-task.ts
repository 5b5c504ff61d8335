import { type Day, daysBetween } from '../day.ts';
import { formatCount, formatDate } from '../format.ts';
import type { TaskCell, TaskRow, TaskVerdict, Why } from '../matrix.ts';
import type { AgencyId } from '../plan/agency.ts';
import type { Obligations } from '../plan/obligations.ts';
import type { Task } from '../plan/plan.ts';
import { namesOf } from './names.ts';
import { notAskedText } from './not-asked.ts';

/** Agencies that are named; the others are counted. */
const MOST_IN_SENTENCE = 5;
const MOST_IN_TABLE = 3;

type Cells = readonly (readonly [AgencyId, TaskCell])[];

/** The reason of a task's word in official Vietnamese; a task is flagged when it is late. */
export function whyTask(
  task: Task,
  { verdict, due }: Omit<TaskRow, 'why' | 'cells'>,
  { cells, obligations, today }: { cells: Cells; obligations: Obligations; today: Day },
): Why {
  const late = agenciesWith(cells, 'late');
  const flagged = verdict === 'late';
  const sentence = flagged ? lateSentence(late, due, { obligations, today }) : standingSentence(task, verdict, cells, obligations);
  return { sentence, flagged, ...(flagged && { pulledDownBy: late }) };
}

function lateSentence(
  late: readonly AgencyId[],
  due: Day | null,
  { obligations, today }: { obligations: Obligations; today: Day },
): string {
  const days = due ? `Quá hạn ${formatDate(due)} (${formatCount(daysBetween(due, today))} ngày). ` : '';
  return `${days}${lateAgencies(late, MOST_IN_SENTENCE, obligations)}`;
}

function lateAgencies(late: readonly AgencyId[], most: number, obligations: Obligations): string {
  const first = late.slice(0, most);
  const more = late.length > first.length ? ` và ${formatCount(late.length - first.length)} đơn vị khác` : '';
  return `Chưa hoàn thành: ${namesOf(first, obligations)}${more}.`;
}

/** The same for a table that shows verdict, time and shares beside it: what they do not say; empty where they say it all. */
export function remarkOnTask({ schedule }: Task, { verdict, cells }: TaskRow, obligations: Obligations): string {
  const entries = Object.entries(cells) as [AgencyId, TaskCell][]; // keys of cells are agencies
  switch (verdict) {
    case 'late':
      return lateAgencies(agenciesWith(entries, 'late'), MOST_IN_TABLE, obligations);
    case 'awaiting-guidance':
      return `${schedule.trigger ? `Chờ ${schedule.trigger}.` : ''}${silentSentence(entries, obligations)}`.trim();
    case 'in-progress':
    case 'not-started':
      return silentSentence(entries, obligations).trim();
    case 'done':
    case 'done-this-year':
    case 'not-reported':
    case 'not-relevant':
    case 'not-due':
      return '';
  }
}

/** Who has not reported, behind another sentence: by name where they are a few. */
function silentSentence(cells: Cells, obligations: Obligations): string {
  const silent = agenciesWith(cells, 'not-reported');
  if (silent.length === 0) return '';
  return silent.length <= 3 ? ` Chưa báo cáo: ${namesOf(silent, obligations)}.` : ` Còn ${formatCount(silent.length)} đơn vị chưa báo cáo.`;
}

function standingSentence(task: Task, verdict: TaskVerdict, cells: Cells, obligations: Obligations): string {
  const rest = silentSentence(cells, obligations);
  const { schedule } = task;
  const until = schedule.due ? ` Hạn ${formatDate(schedule.due)}.` : '';
  switch (verdict) {
    case 'done':
      return 'Các đơn vị chủ trì đã hoàn thành.';
    case 'done-this-year':
      return `Đã hoàn thành phần việc trong năm; nhiệm vụ tiếp tục thực hiện hằng năm.${until}`;
    case 'in-progress':
      return `${shares(cells)}${until}${rest}`;
    case 'awaiting-guidance':
      return `${schedule.trigger ? `Chờ ${schedule.trigger}.` : 'Đang chờ hướng dẫn.'}${rest}`;
    case 'not-started':
      return `Chưa đơn vị chủ trì nào triển khai.${until}${rest}`;
    case 'not-reported':
      return `Chưa đơn vị chủ trì nào báo cáo.${until}`;
    case 'not-due':
      return notAskedText('Nhiệm vụ', task, obligations) ?? '';
    case 'not-relevant':
      return 'Các đơn vị đều báo không liên quan.';
    case 'late':
      return '';
  }
}

function shares(cells: Cells): string {
  const relevant = cells.filter(([, { verdict }]) => verdict !== 'not-relevant').length;
  const done = agenciesWith(cells, 'done').length + agenciesWith(cells, 'done-this-year').length;
  const doing = agenciesWith(cells, 'in-progress').length;
  if (relevant === 1) return 'Đơn vị chủ trì đang thực hiện.';
  const more = doing > 0 ? `, ${formatCount(doing)} đơn vị đang thực hiện` : '';
  return `${formatCount(done)}/${formatCount(relevant)} đơn vị đã hoàn thành${more}.`;
}

const agenciesWith = (cells: Cells, verdict: TaskVerdict): AgencyId[] =>
  cells.filter(([, cell]) => cell.verdict === verdict).map(([agency]) => agency);
