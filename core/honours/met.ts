import { isFinalIn } from '../consolidating/verdict.ts';
import type { IndicatorCell, TaskVerdict, Verdict } from '../matrix.ts';
import { measureOf } from '../measures/measure-of.ts';
import type { AgencyId } from '../plan/agency.ts';
import { leadsAlone, owedBy } from '../plan/obligations.ts';
import type { Period } from '../plan/period.ts';
import type { Indicator } from '../plan/plan.ts';
import { CELL_STATE_WORDS, TASK_WORDS, VERDICT_WORDS } from '../wording/labels.ts';
import { type HonoursFact, type HonoursGround, type HonoursPart, shareOfFacts } from './part.ts';

/** What is due and not there counts against an agency; what has time left, or did not arise, neither way. */
const INDICATOR_COUNTS = {
  met: 'for',
  missed: 'against',
  'not-reported': 'against',
  below: 'left-out',
  'nothing-arose': 'left-out',
  'not-due': 'left-out',
} as const satisfies Record<Verdict, HonoursFact['counts']>;

const TASK_COUNTS = {
  done: 'for',
  'done-this-year': 'for',
  late: 'against',
  'not-reported': 'against',
  'in-progress': 'left-out',
  'not-started': 'left-out',
  'awaiting-guidance': 'left-out',
  'not-relevant': 'left-out',
  'not-due': 'left-out',
} as const satisfies Record<TaskVerdict, HonoursFact['counts']>;

/**
 * What came of the rows that an agency alone answers for: those that it leads alone, and those that the plan asks of every agency by
 * itself.
 */
export const met: HonoursPart = {
  id: 'met',
  name: 'Kết quả được giao riêng',
  rule:
    'Số dòng đạt, hoàn thành trên số dòng đã xét được trong các dòng đơn vị chịu trách nhiệm một mình: chỉ tiêu, nhiệm vụ do riêng đơn vị chủ trì và chỉ tiêu mà ' +
    'từng đơn vị phải tự đạt. Dòng chưa đạt còn hạn, nhiệm vụ còn hạn và dòng không phát sinh không xét.',
  of(ground, agency) {
    return shareOfFacts(
      [...indicatorFacts(ground, agency), ...taskFacts(ground, agency)],
      'Không có dòng nào đơn vị chịu trách nhiệm một mình đã xét được.',
    );
  },
};

function indicatorFacts({ obligations, indicatorRow }: HonoursGround, agency: AgencyId): HonoursFact[] {
  const owed = new Set(owedBy(obligations, agency).indicators);
  return obligations.plan.indicators.flatMap((indicator): HonoursFact[] => {
    const row = indicatorRow.get(indicator.id);
    if (!row || row.verdict === 'not-due') return [];
    if (indicator.leads.length === 1 && indicator.leads[0] === agency)
      return [{ row: row.id, counts: INDICATOR_COUNTS[row.verdict], says: `Chủ trì: ${VERDICT_WORDS[row.verdict]}` }];
    if (!owed.has(indicator) || !measureOf(indicator).asksEach) return [];
    return [{ row: row.id, ...ownResult(indicator, row.cells[agency], agency, obligations.period) }];
  });
}

/** An agency's own figure in a row that each must reach. */
function ownResult(
  indicator: Indicator,
  cell: IndicatorCell | undefined,
  agency: AgencyId,
  period: Period,
): Pick<HonoursFact, 'counts' | 'says'> {
  if (cell?.state === 'nothing-arose') return { counts: 'left-out', says: CELL_STATE_WORDS['nothing-arose'] };
  if (cell?.state !== 'reported') return { counts: 'against', says: CELL_STATE_WORDS[cell?.state ?? 'not-reported'] };
  const { figure, reaches } = measureOf(indicator);
  const verdict: Verdict = reaches(cell, agency) ? 'met' : isFinalIn(indicator, period) ? 'missed' : 'below';
  return { counts: INDICATOR_COUNTS[verdict], says: `Tự đạt ${figure.fullText(cell)}: ${VERDICT_WORDS[verdict]}` };
}

const taskFacts = ({ obligations, taskRow }: HonoursGround, agency: AgencyId): HonoursFact[] =>
  obligations.plan.tasks.flatMap(({ id }): HonoursFact[] => {
    const verdict = taskRow.get(id)?.verdict ?? 'not-due';
    if (verdict === 'not-due' || !leadsAlone(obligations, id, agency)) return [];
    return [{ row: id, counts: TASK_COUNTS[verdict], says: `Chủ trì: ${TASK_WORDS[verdict]}` }];
  });
