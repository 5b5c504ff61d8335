import type { Agencies } from '../../core/plan/agency.ts';
import type { Period } from '../../core/plan/period.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { NO_SETTINGS, type Settings, withSettings } from '../../core/plan/settings.ts';
import type { Deps } from '../deps.ts';
import type { Table } from '../store/table.ts';
import { openedPeriods } from './opened-periods.ts';

interface MadeRegister extends Pick<Deps, 'plan' | 'agencies'> {
  /** Each opened period with the tag of its settings. */
  readonly state: string;
  readonly register: Agencies;
}

const made = new WeakMap<Table, MadeRegister>();

/**
 * The list of agencies apart from any period: as it was given to the program, called as the newest period calls them, with those that
 * periods have added. Whether an agency reports is a period's own matter. The same object as long as nothing of it changes.
 */
export async function registerOf(deps: Deps): Promise<Agencies> {
  const { table, plan, agencies } = deps;
  const periods = await openedPeriods(deps);
  const state = periods.map(({ period, settingsTag }) => `${period} ${settingsTag}`).join('|');
  const known = made.get(table);
  if (known?.state === state && known.plan === plan && known.agencies === agencies) return known.register;
  const register = periods.reduce((before, { period, settings }) => calledIn(plan, before, period, settings), agencies);
  made.set(table, { plan, agencies, state, register });
  return register;
}

/** A list of agencies as a period's settings call them; whether they report stays as it was. */
function calledIn(plan: Plan, before: Agencies, period: Period, settings: Settings): Agencies {
  const active = new Map(before.map((agency): [string, boolean] => [agency.id, agency.active]));
  const { agencies } = withSettings(plan, before, { ...NO_SETTINGS, agencies: settings.agencies }, period);
  return agencies.map((agency) => ({ ...agency, active: active.get(agency.id) ?? agency.active }));
}
