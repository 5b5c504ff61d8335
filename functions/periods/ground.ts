import type { Agencies } from '../../core/agency.ts';
import { type Obligations, obligationsOf } from '../../core/obligations.ts';
import { isPlanPeriod, Period, type Plan } from '../../core/plan.ts';
import { NO_SETTINGS, Settings, withSettings } from '../../core/settings.ts';
import type { Deps } from '../deps.ts';
import { PERIOD_ROW, PeriodRow, partitionOf, SETTINGS_ROW } from '../store/rows.ts';

/** A period as it stands: its own row, its settings, and plan and obligations under them. */
export interface Ground {
  readonly partition: string;
  readonly period: Period;
  readonly row: PeriodRow;
  readonly settings: Settings;
  /** Tag of the settings; empty while there are none. */
  readonly settingsTag: string;
  readonly plan: Plan;
  readonly agencies: Agencies;
  readonly obligations: Obligations;
}

type Made = Pick<Ground, 'plan' | 'agencies' | 'obligations'>;

/** Obligations are the same until the settings change: made once for each state of them. */
const made = new WeakMap<Plan, Map<string, Made>>();

/** The period that an address names; null where there is none, whatever the text is. */
export async function groundOf({ table, plan, agencies }: Deps, text: string | undefined): Promise<Ground | null> {
  const period = Period.safeParse(text);
  if (!period.success || !isPlanPeriod(plan, period.data)) return null;
  const partition = partitionOf(plan.id, period.data);
  const entity = await table.read(partition, PERIOD_ROW);
  if (!entity) return null;
  const stored = await table.read(partition, SETTINGS_ROW);
  const settings = stored ? Settings.parse(stored.value) : NO_SETTINGS;
  const settingsTag = stored?.etag ?? '';
  const known = made.get(plan) ?? new Map<string, Made>();
  made.set(plan, known);
  const key = `${period.data}|${settingsTag}`;
  const under = known.get(key) ?? make(plan, agencies, settings, period.data);
  known.set(key, under);
  return { partition, period: period.data, row: PeriodRow.parse(entity.value), settings, settingsTag, ...under };
}

function make(plan: Plan, agencies: Agencies, settings: Settings, period: Period): Made {
  const under = withSettings(plan, agencies, settings);
  return { ...under, obligations: obligationsOf(under.plan, under.agencies, period) };
}

/** Opens a period that is not there yet; one that is there stays as it is. */
export async function openPeriod({ table, plan }: Pick<Deps, 'table' | 'plan'>, period: Period): Promise<void> {
  const row: PeriodRow = { state: 'open', closes: 0, asOf: null };
  await table.commit(partitionOf(plan.id, period), [{ kind: 'insert', row: PERIOD_ROW, value: row }]);
}
