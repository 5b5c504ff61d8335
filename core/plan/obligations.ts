import { oncePerObject, oncePerValue } from '../once.ts';
import type { Agencies, Agency, AgencyId } from './agency.ts';
import { isMember } from './agency-groups.ts';
import { lastDayOf, type Period } from './period.ts';
import { kindOfPeriod, yearOfPeriod } from './period-parts.ts';
import type { Indicator, Plan, RowId, Task } from './plan.ts';
import { planIn } from './plan-in.ts';
import { kindOfRow } from './plan-periods.ts';

/** Who owes which row in one period. Lists are in the order of the agencies' and the plan's seeds. */
export interface Obligations {
  readonly period: Period;
  /** As this period is judged by. */
  readonly plan: Plan;
  /** Active agencies that owe a row in this period. */
  readonly agencies: readonly Agency[];
  /** All active agencies by their ids. */
  readonly agency: ReadonlyMap<string, Agency>;
  /** Obliged agencies of an indicator; empty where the period does not ask for it. */
  readonly reporters: ReadonlyMap<RowId, readonly AgencyId[]>;
  /** Agencies that must answer for a task. */
  readonly leads: ReadonlyMap<RowId, readonly AgencyId[]>;
  /** Agencies that may declare a task theirs. */
  readonly optionalLeads: ReadonlyMap<RowId, readonly AgencyId[]>;
}

/** What one agency fills in: the rows that it owes, and the tasks that it may declare its own. */
export interface Owed {
  readonly indicators: readonly Indicator[];
  readonly tasks: readonly Task[];
  readonly optionalTasks: readonly Task[];
  /** All that it must answer: what is said to be owed, wherever rows are counted. */
  readonly owed: readonly (Indicator | Task)[];
  /** All that it must or may answer. */
  readonly asked: readonly (Indicator | Task)[];
}

/** Derives who owes what from the plan's columns (notes, "Which rows for whom"): ids and groups of active agencies. */
export function obligationsOf(written: Plan, agencies: Agencies, period: Period): Obligations {
  const plan = planIn(written, period);
  const active = agencies.filter((agency) => agency.active);
  const groups = new Map(
    plan.agencyGroups.map((group) => [group.id, active.filter((agency) => isMember(group, agency)).map((agency) => agency.id)]),
  );
  const expand = (codes: readonly string[]): AgencyId[] => {
    const wanted = new Set<string>(codes.flatMap((code) => groups.get(code) ?? [code]));
    return active.filter(({ id }) => wanted.has(id)).map(({ id }) => id);
  };
  const isAsked = (row: Indicator | Task): boolean => isAskedIn(plan, row, period);
  const reporters = new Map(plan.indicators.map((row) => [row.id, isAsked(row) ? expand(row.reporters) : []]));
  const leads = new Map(plan.tasks.map((task) => [task.id, isAsked(task) ? expand(task.leads) : []]));
  const owing = new Set([...reporters.values(), ...leads.values()].flat());
  return {
    period,
    plan,
    agencies: active.filter(({ id }) => owing.has(id)),
    agency: new Map(active.map((agency) => [agency.id, agency])),
    reporters,
    leads,
    optionalLeads: new Map(
      plan.tasks.map((task) => [
        task.id,
        isAsked(task) ? expand(task.optionalLeads).filter((id) => !leads.get(task.id)?.includes(id)) : [],
      ]),
    ),
  };
}

/** Whether an amended plan has ended a row before the end of a period. */
export const hasEnded = ({ until }: Pick<Indicator | Task, 'until'>, period: Period): boolean =>
  until !== undefined && until < lastDayOf(period);

/**
 * Whether a row is asked for in a period: its rhythm is that of the period, the years of its phase hold it, and it is in force to the end
 * of it.
 */
export function isAskedIn(plan: Plan, row: Indicator | Task, period: Period): boolean {
  if (hasEnded(row, period)) return false;
  const phase = 'phase' in row ? plan.phases.find(({ id }) => id === row.phase) : null;
  const year = yearOfPeriod(period);
  return (
    kindOfRow(plan, row) === kindOfPeriod(period) && phase !== undefined && (phase === null || (phase.from <= year && year <= phase.to))
  );
}

/** Whether an agency leads a task and no other does, or perhaps does. */
export function leadsAlone({ leads, optionalLeads }: Obligations, task: RowId, agency: AgencyId): boolean {
  const own = leads.get(task) ?? [];
  return own.length === 1 && own[0] === agency && (optionalLeads.get(task) ?? []).length === 0;
}

const MOST_REMEMBERED = 4096;
const owedByAgency = oncePerObject(({ plan, reporters, leads, optionalLeads }: Obligations) => {
  const indicators = rowsByAgency(plan.indicators, reporters);
  const tasks = rowsByAgency(plan.tasks, leads);
  const optionalTasks = rowsByAgency(plan.tasks, optionalLeads);
  return oncePerValue(MOST_REMEMBERED, (agency: AgencyId): Owed => {
    const [own, ownTasks, optional] = [indicators.get(agency) ?? [], tasks.get(agency) ?? [], optionalTasks.get(agency) ?? []];
    const owed = [...own, ...ownTasks];
    return { indicators: own, tasks: ownTasks, optionalTasks: optional, owed, asked: [...owed, ...optional] };
  });
});

/** The rows of one agency, looked up once for a period's obligations. */
export const owedBy = (obligations: Obligations, agency: AgencyId): Owed => owedByAgency(obligations)(agency);

function rowsByAgency<Row extends { readonly id: RowId }>(
  rows: readonly Row[],
  agencies: ReadonlyMap<RowId, readonly AgencyId[]>,
): ReadonlyMap<AgencyId, readonly Row[]> {
  const byAgency = new Map<AgencyId, Row[]>();
  for (const row of rows) {
    for (const agency of agencies.get(row.id) ?? []) {
      const own = byAgency.get(agency);
      if (own) own.push(row);
      else byAgency.set(agency, [row]);
    }
  }
  return byAgency;
}
