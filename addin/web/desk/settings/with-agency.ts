import type { AgencyId } from '../../../../core/plan/agency.ts';
import type { AgencyChange } from '../../../../core/plan/agency-changes.ts';
import type { Settings } from '../../../../core/plan/settings.ts';

/** What is typed of an agency; undefined takes a thing back to what the list says. */
type TypedChange = { readonly [Name in keyof AgencyChange]?: AgencyChange[Name] | undefined };

/** The settings with one agency changed; an agency of which nothing is changed any more leaves them. */
export function withAgency(settings: Settings, id: AgencyId, typed: TypedChange): Settings {
  const { [id]: before, ...others } = settings.agencies;
  const told = Object.entries({ ...before, ...typed }).filter(([, value]) => value !== undefined);
  return { ...settings, agencies: told.length > 0 ? { ...others, [id]: Object.fromEntries(told) } : others };
}

/** One agency takes over another's work: the other does not report any more. */
export function withSuccession(settings: Settings, id: AgencyId, former: AgencyId): Settings {
  const succeeds = [...(settings.agencies[id]?.succeeds ?? []), former];
  return withAgency(withAgency(settings, id, { succeeds }), former, { active: false });
}

/** Takes that back: the other reports as the list says. */
export function withoutSuccession(settings: Settings, id: AgencyId, former: AgencyId): Settings {
  const succeeds = (settings.agencies[id]?.succeeds ?? []).filter((one) => one !== former);
  return withAgency(withAgency(settings, id, { succeeds: succeeds.length > 0 ? succeeds : undefined }), former, { active: undefined });
}
