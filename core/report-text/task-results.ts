import { clipText } from '../clip-text.ts';
import { formatCount } from '../format.ts';
import type { TaskVerdict } from '../matrix.ts';
import { dueTasks, type JoinedTask } from '../overview/joined-rows.ts';
import { tableIdOf } from '../plan/appendix.ts';
import { headingsAbove } from '../plan/headings.ts';
import { TASK_WORDS } from '../wording/labels.ts';
import { nameInSentence } from './indicator-results.ts';
import { generalFigure, itemOf, type NarrativeContext, type ReportBlock, reportSentence } from './narrative-context.ts';
import { rowFigureName, type TextPart } from './text-part.ts';

/** Longer than names of tasks are: a paper that is signed cuts none off in the middle. */
const LONGEST_NAME = 500;

/** Part III: tasks by how far they are; those under way are counted by section, the appendix says the rest. */
export function taskResults(ground: NarrativeContext): ReportBlock[] {
  const all = dueTasks(ground);
  const verdicts = (Object.keys(TASK_WORDS) as TaskVerdict[]).filter((verdict) => all.some(({ row }) => row.verdict === verdict)); // keys of a record of verdicts
  return verdicts.flatMap((verdict, k): ReportBlock[] => {
    const own = all.filter(({ row }) => row.verdict === verdict);
    const count = generalFigure('nhiemvu', verdict.replaceAll('-', ''), formatCount(own.length));
    const word = generalFigure('nhiemvu', `${verdict.replaceAll('-', '')}heading`, TASK_WORDS[verdict]);
    const heading = reportSentence(ground, 'tasksOfVerdict', { verdict: word, count });
    return [{ kind: 'heading', parts: [`${k + 1}. `, ...heading] }, ...listed(verdict, own, ground)];
  });
}

function listed(verdict: TaskVerdict, own: readonly JoinedTask[], ground: NarrativeContext): ReportBlock[] {
  switch (verdict) {
    case 'in-progress':
      return bySection(own, ground);
    case 'done':
    case 'done-this-year':
      return own.map(({ task }) =>
        itemOf(reportSentence(ground, 'taskName', { name: briefName(task.name), leads: nameInSentence(task.leadsText) })),
      );
    case 'late':
    case 'awaiting-guidance':
    case 'not-started':
    case 'not-reported':
    case 'not-relevant':
    case 'not-due':
      return own.map((joined) => itemOf(taskSentence(joined, ground)));
  }
}

function bySection(own: readonly JoinedTask[], ground: NarrativeContext): ReportBlock[] {
  const { plan } = ground.obligations;
  const keyOf = ({ task: { section, id } }: JoinedTask): string => section ?? tableIdOf(id);
  return [...new Set(own.map(keyOf))].map((key) => {
    const inKey = own.filter((joined) => keyOf(joined) === key);
    const titles = headingsAbove(plan.sections, inKey[0]?.task.section).map(({ title }) => title);
    const table = plan.appendices.find(({ id }) => id === key);
    return itemOf(
      reportSentence(ground, 'tasksOfSection', {
        section: titles.length > 0 ? titles.join(' - ') : (table?.title ?? key),
        count: generalFigure(`muc_${key}`, 'inprogress', formatCount(inKey.length)),
      }),
    );
  });
}

/** A task's name, of a long one its beginning: the appendix has all of it. */
function briefName(text: string): string {
  const name = nameInSentence(text);
  if (name.length <= LONGEST_NAME) return name;
  const begun = clipText(name, LONGEST_NAME);
  return `${begun.slice(0, begun.lastIndexOf(' ')).replace(/[,;:]$/, '')}…`;
}

/** A task's name and how it stands: the sentence of the matrix is one figure of its row. */
export const taskSentence = ({ task, row }: JoinedTask, ground: NarrativeContext): TextPart[] =>
  reportSentence(ground, 'task', {
    name: briefName(task.name),
    why: [{ text: row.why.sentence, name: rowFigureName(row.id, 'why') }],
  });
