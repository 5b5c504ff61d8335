import type { Agencies, Agency, AgencyId } from './agency.ts';
import type { AgencyChange, AgencyChanges } from './agency-changes.ts';

/** The list as it is under such changes; added ones stand last, in the order in which they were added. */
export function withAgencyChanges(agencies: Agencies, changes: AgencyChanges): Agencies {
  if (Object.keys(changes).length === 0) return agencies;
  const listed = new Set<string>(agencies.map(({ id }) => id));
  const changed = agencies.map((agency) => changedAgency(agency, changes[agency.id]));
  const added = (Object.entries(changes) as [AgencyId, AgencyChange][]).flatMap(([id, change]) =>
    listed.has(id) ? [] : addedAgency(id, change),
  ); // keys are ids
  return [...changed, ...added];
}

function changedAgency(agency: Agency, change: AgencyChange | undefined): Agency {
  if (!change) return agency;
  const { active, name, shortName, succeeds } = change; // an agency of the list keeps its kind
  return {
    ...agency,
    ...(active !== undefined && { active }),
    ...(name !== undefined && { name }),
    ...(shortName !== undefined && { shortName }),
    ...(succeeds !== undefined && { succeeds }),
  };
}

/** None where it has no kind: settings that say less are refused before they are stored. */
function addedAgency(id: AgencyId, { active = true, name, shortName, kind, succeeds }: AgencyChange): Agency[] {
  if (kind === undefined) return [];
  const called = name ?? shortName ?? id;
  return [
    {
      ...{ id, name: called, shortName: shortName ?? called, kind, active },
      ...(succeeds !== undefined && { succeeds }),
      roles: ['reporter'],
      defaultReporter: true,
    },
  ];
}
