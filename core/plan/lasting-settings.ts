import type { AgencyId } from './agency.ts';
import type { AgencyChange, AgencyChanges } from './agency-changes.ts';
import { lastDayOf, type Period } from './period.ts';
import { NO_SETTINGS, type Settings } from './settings.ts';

/** Whether what lasts of one period's settings holds in another period: one that ends on the same day or later. */
export const lastsInto = (from: Period, other: Period): boolean => other !== from && lastDayOf(from) <= lastDayOf(other);

/** What of a period's settings lasts: what agencies are called, who was added, who succeeds whom, and whom to ask there. */
export const lastingSettings = ({ agencies, contacts }: Settings): Settings => ({
  ...NO_SETTINGS,
  agencies: lastingChanges(agencies),
  ...(contacts && { contacts }),
});

/**
 * That those who are succeeded do not report any more lasts as well. Whether others report is the period's own matter.
 */
function lastingChanges(changes: AgencyChanges): AgencyChanges {
  const all = Object.entries(changes) as [AgencyId, AgencyChange][]; // keys are ids
  const succeeded = new Set(all.flatMap(([, { succeeds = [] }]) => succeeds));
  return Object.fromEntries(
    all.flatMap(([id, { active, ...lasting }]) => {
      const next = { ...lasting, ...(active === false && succeeded.has(id) && { active }) };
      return Object.keys(next).length > 0 ? [[id, next]] : [];
    }),
  );
}
