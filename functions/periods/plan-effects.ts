import type { PlanEffects } from '../../contract/plan-effects.ts';
import { fittingReport } from '../../core/fitting-report.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import { type Obligations, obligationsOf, owedBy } from '../../core/plan/obligations.ts';
import type { PlanAndAgencies, RowId } from '../../core/plan/plan.ts';
import { isPlanPeriod } from '../../core/plan/plan-periods.ts';
import { withSettings } from '../../core/plan/settings.ts';
import type { Report } from '../../core/report.ts';
import type { Deps } from '../deps.ts';
import type { Head } from '../store/rows.ts';
import { headsOf } from './matrix-of.ts';
import { openedPeriods } from './opened-periods.ts';
import type { PeriodContext } from './period-context.ts';

/**
 * What another plan would do to the periods that are not closed: who owes more or less, which entries of reports in force would count no
 * more.
 */
export async function planEffects(deps: Deps, next: PlanAndAgencies): Promise<PlanEffects[]> {
  const standing = (await openedPeriods(deps)).filter(({ row, period }) => row.state !== 'closed' && isPlanPeriod(next.plan, period));
  return Promise.all(standing.map(async (context) => effectsIn(context, await headsOf(deps, context.partition), next)));
}

function effectsIn({ period, settings, obligations: before }: PeriodContext, heads: readonly Head[], next: PlanAndAgencies): PlanEffects {
  const under = withSettings(next.plan, next.agencies, settings, period);
  const after = obligationsOf(under.plan, under.agencies, period);
  const reports = heads.flatMap(({ agency, current }) => (current ? [{ agency, report: current.report }] : []));
  const sent = new Set(reports.map(({ agency }) => agency));
  const ids = [...new Set([...before.agency.keys(), ...after.agency.keys()])] as AgencyId[]; // keys of it are agencies
  const rows = new Map<RowId, { more: number; fewer: number; dropped: number }>();
  const rowOf = (id: RowId) => {
    const known = rows.get(id) ?? { more: 0, fewer: 0, dropped: 0 };
    rows.set(id, known);
    return known;
  };
  const agencies = ids.flatMap((agency) => {
    const [was, is] = [askedOf(before, agency), askedOf(after, agency)];
    const [more, fewer] = [[...is].filter((id) => !was.has(id)), [...was].filter((id) => !is.has(id))];
    for (const id of more) rowOf(id).more++;
    for (const id of fewer) rowOf(id).fewer++;
    return more.length + fewer.length === 0 ? [] : [{ agency, more: more.length, fewer: fewer.length, sent: sent.has(agency) }];
  });
  for (const { agency, report } of reports)
    for (const id of droppedRows(report, askedOf(before, agency), after, agency)) rowOf(id).dropped++;
  return {
    period,
    sent: reports.length,
    rows: [...rows].filter(([, { more, fewer, dropped }]) => more + fewer + dropped > 0).map(([row, counts]) => ({ row, ...counts })),
    agencies,
  };
}

/** Rows that an agency must or may answer. */
function askedOf(obligations: Obligations, agency: AgencyId): ReadonlySet<RowId> {
  if (!obligations.agency.has(agency)) return new Set();
  return new Set(owedBy(obligations, agency).asked.map(({ id }) => id));
}

/** Rows that a report answers, that count now and would not any more. */
function droppedRows(report: Report, counted: ReadonlySet<RowId>, after: Obligations, agency: AgencyId): RowId[] {
  const stays = askedOf(after, agency);
  const fitting = fittingReport(report, after.plan).indicators;
  return ([...Object.keys(report.indicators), ...Object.keys(report.tasks)] as RowId[]) // keys of a report are rows
    .filter((id) => counted.has(id) && (!stays.has(id) || (id in report.indicators && !(id in fitting))));
}
