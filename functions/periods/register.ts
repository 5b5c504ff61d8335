import type { Agencies } from '../../core/plan/agency.ts';
import type { Period } from '../../core/plan/period.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { planPeriods } from '../../core/plan/plan-periods.ts';
import { NO_SETTINGS, Settings, withSettings } from '../../core/plan/settings.ts';
import type { Deps } from '../deps.ts';
import { partitionOf, SETTINGS_ROW } from '../store/rows.ts';
import { soundValue } from '../store/sound-row.ts';
import type { Table } from '../store/table.ts';

interface MadeRegister extends Pick<Deps, 'plan' | 'agencies'> {
  /** Each period that has settings, with their tag. */
  readonly state: string;
  readonly register: Agencies;
}

const made = new WeakMap<Table, MadeRegister>();

/**
 * The list of agencies apart from any period: as it was given to the program, called as the newest period calls them, with those that
 * periods have added. Whether an agency reports is a period's own matter. Of each period
 * only the settings are read. The same object as long as nothing of it changes.
 */
export async function registerOf(deps: Deps): Promise<Agencies> {
  const { table, plan, agencies } = deps;
  const settingsOf = async (period: Period) => ({ period, stored: await table.read(partitionOf(plan.id, period), SETTINGS_ROW) });
  const periods = await Promise.all(planPeriods(plan).map(settingsOf));
  const state = periods.flatMap(({ period, stored }) => (stored ? [`${period} ${stored.etag}`] : [])).join('|');
  const known = made.get(table);
  if (known?.state === state && known.plan === plan && known.agencies === agencies) return known.register;
  const register = periods.reduce((before, { period, stored }) => {
    const settings = stored && soundValue(table, partitionOf(plan.id, period), stored, Settings);
    return settings ? calledIn(plan, before, period, settings) : before;
  }, agencies);
  made.set(table, { plan, agencies, state, register });
  return register;
}

/** A list of agencies as a period's settings call them; whether they report stays as it was. */
function calledIn(plan: Plan, before: Agencies, period: Period, settings: Settings): Agencies {
  const active = new Map(before.map((agency): [string, boolean] => [agency.id, agency.active]));
  const { agencies } = withSettings(plan, before, { ...NO_SETTINGS, agencies: settings.agencies }, period);
  return agencies.map((agency) => ({ ...agency, active: active.get(agency.id) ?? agency.active }));
}
