import type { Agency } from '../../core/plan/agency.ts';
import type { Task } from '../../core/plan/plan.ts';
import type { TaskEntry } from '../../core/report.ts';
import type { Dice } from './dice.ts';
import { agencyLetters, dayIn, symbolOf, workday } from './papers.ts';

const LONGEST = 110;

/** The document that shows a task done in a year: number and symbol, day of issue, what it is about. */
export function productOf(dice: Dice, task: Task, agency: Agency, year: number): Pick<TaskEntry, 'document' | 'issuedOn' | 'summary'> {
  const issuedOn = workday(dice, dayIn(year, '03-02'), dayIn(year, '11-12'));
  const letters = agencyLetters(agency);
  const about = subjectOf(task);
  if (task.deliverable.startsWith('Quyết định')) {
    const [, subject = about] = /^Quyết định ban hành (.+)$/.exec(task.deliverable) ?? [];
    return { document: symbolOf(dice, 'QĐ', 'UBND', 1900), issuedOn, summary: `Ban hành ${subject}` };
  }
  if (task.deliverable.startsWith('Kế hoạch')) {
    return { document: symbolOf(dice, 'KH', letters, 240), issuedOn, summary: `Kế hoạch ${about}` };
  }
  if (/^(Văn bản|Chiến lược|Danh mục)/.test(task.deliverable)) {
    return {
      document: `${dice.between(120, 2900)}/${letters}-CĐS`,
      issuedOn,
      summary: `V/v ${about}`,
    };
  }
  return { document: symbolOf(dice, 'BC', letters, 460), issuedOn, summary: `Kết quả ${about}` };
}

/** The first clause of a task's text as it stands after "Kế hoạch", "Kết quả" or "V/v", cut between words where it is long. */
function subjectOf(task: Task): string {
  const [clause = ''] = task.name.split(/[;.]( |$)/);
  const text = `${clause.charAt(0).toLowerCase()}${clause.slice(1)}`;
  return text.length <= LONGEST ? text : `${text.slice(0, text.lastIndexOf(' ', LONGEST)).replace(/,$/, '')}…`;
}
