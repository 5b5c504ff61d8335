import type { Day } from '../day.ts';
import { formatCount, formatDate, formatPercent, percentOf } from '../format.ts';
import { localDay, localTime } from '../local-day.ts';
import type { Matrix } from '../matrix.ts';
import { groupsReceived } from '../overview/group-standings.ts';
import { dueIndicators, dueTasks } from '../overview/joined-rows.ts';
import type { AgencyId } from '../plan/agency.ts';
import { cutOffOf, deadlineOf } from '../plan/plan-periods.ts';
import { periodName, shortPeriodName } from '../wording/period-names.ts';
import { indicatorCounts, taskCounts } from './count-verdicts.ts';
import { generalFigure, itemOf, type NarrativeContext, paragraphOf, type ReportBlock, reportSentence } from './narrative-context.ts';
import type { TextPart } from './text-part.ts';

/** Part I: who has reported and when, and what it came to in figures. */
export function generalSituation(ground: NarrativeContext): ReportBlock[] {
  const { obligations, matrix } = ground;
  const { plan, period } = obligations;
  const { received, obliged, missing } = matrix.agencies;
  const at = new Date(matrix.asOf);
  const { utcOffset } = plan.reporting;
  return [
    paragraphOf(
      reportSentence(ground, 'received', {
        asOf: `${localTime(at, utcOffset)} ngày ${formatDate(localDay(at, utcOffset))}`,
        received: generalFigure('chung', 'received', formatCount(received)),
        obliged: generalFigure('chung', 'obliged', formatCount(obliged)),
        rate: generalFigure('chung', 'rate', shareOf(received, obliged)),
        deadline: formatDate(deadlineOf(plan, period)),
        cutOff: formatDate(cutOffOf(plan, period)),
      }),
    ),
    ...groups(ground),
    ...punctuality(ground),
    ...(missing.length > 0 ? [paragraphOf(silentSentence(ground))] : []),
    ...overviews(ground),
  ];
}

/** How many have no report that counts, by name; of whoever has sent it is said. */
const silentSentence = (ground: NarrativeContext) => {
  const { missing } = ground.matrix.agencies;
  const lost = (id: AgencyId) => (ground.unreadable.has(id) ? ' (đã gửi, báo cáo lưu trữ không đọc được)' : '');
  return reportSentence(ground, 'silent', {
    count: generalFigure('chung', 'missing', formatCount(missing.length)),
    names: missing.map((id) => `${ground.obligations.agency.get(id)?.name ?? id}${lost(id)}`).join('; '),
  });
};

function groups(ground: NarrativeContext): ReportBlock[] {
  const { plan, agencies } = ground.obligations;
  return groupsReceived(plan.agencyGroups, agencies, ground.matrix).map(({ group: { id, name }, members, received }) => {
    const about = `nhom_${id}`;
    return itemOf(
      reportSentence(ground, 'group', {
        group: name,
        received: generalFigure(about, 'received', formatCount(received)),
        obliged: generalFigure(about, 'obliged', formatCount(members.length)),
        rate: generalFigure(about, 'rate', shareOf(received, members.length)),
      }),
    );
  });
}

/** "12", of none "không có": a sentence reads on behind both. */
const countOrNone = (field: string, count: number): string | readonly TextPart[] =>
  count === 0 ? 'không có' : generalFigure('chung', field, formatCount(count));

/** Nothing is said where nobody knows when the reports came. */
function punctuality(ground: NarrativeContext): ReportBlock[] {
  const { plan, period } = ground.obligations;
  const days = [...lastDays(ground.matrix, plan.reporting.utcOffset).values()];
  const onTime = days.filter((day) => day <= deadlineOf(plan, period)).length;
  if (days.length === 0) return [];
  return [
    paragraphOf(
      reportSentence(ground, 'onTime', {
        onTime: countOrNone('ontime', onTime),
        late: countOrNone('late', days.length - onTime),
      }),
    ),
  ];
}

/** The day of each agency's report, as the sources of its figures say. */
function lastDays({ indicators, tasks }: Matrix, utcOffset: string): Map<string, Day> {
  const days = new Map<string, Day>();
  for (const { cells } of [...indicators, ...tasks]) {
    for (const [agency, cell] of Object.entries(cells)) {
      if (cell?.source?.at === undefined) continue;
      const day = localDay(new Date(cell.source.at), utcOffset);
      if (day > (days.get(agency) ?? '')) days.set(agency, day);
    }
  }
  return days;
}

function overviews(ground: NarrativeContext): ReportBlock[] {
  const indicators = dueIndicators(ground);
  const tasks = dueTasks(ground);
  const counts = (about: string, all: readonly unknown[]) => generalFigure(about, 'count', formatCount(all.length));
  const ofIndicators = (): ReportBlock[] => [
    paragraphOf(
      reportSentence(ground, 'indicators', { count: counts('chitieu', indicators), verdicts: indicatorCounts(indicators, 'chitieu') }),
    ),
    ...changeOfMet(ground, indicators.filter(({ row }) => row.verdict === 'met').length),
  ];
  const ofTasks = (): ReportBlock[] => [
    paragraphOf(reportSentence(ground, 'tasks', { count: counts('nhiemvu', tasks), verdicts: taskCounts(tasks, 'nhiemvu') })),
  ];
  return [...(indicators.length > 0 ? ofIndicators() : []), ...(tasks.length > 0 ? ofTasks() : [])];
}

function changeOfMet(ground: NarrativeContext, now: number): ReportBlock[] {
  const { previous } = ground;
  if (previous === null) return [];
  const earlier = previous.indicators.filter(({ verdict }) => verdict === 'met').length;
  return [
    paragraphOf(
      reportSentence(ground, 'change', {
        now: generalFigure('chitieu', 'met', formatCount(now)),
        before: shortPeriodName(previous.period),
        beforeName: periodName(previous.period),
        earlier: generalFigure('chitieu', 'metbefore', formatCount(earlier)),
      }),
    ),
  ];
}

const shareOf = (part: number, whole: number): string => (whole === 0 ? '0%' : formatPercent(percentOf(part, whole)));
