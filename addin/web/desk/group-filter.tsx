import type { Agency } from '../../../core/plan/agency.ts';
import { isMember } from '../../../core/plan/agency-groups.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import type { DeskProps } from './desk-props.ts';
import { NamedOptions } from './named-options.tsx';

/** Whether an agency is of the group that the query names; every one where it names none. */
export const inGroup = ({ agencyGroups }: Plan, id: string | undefined) => {
  const group = agencyGroups.find((one) => one.id === id);
  return (agency: Agency | undefined): boolean => group === undefined || (agency !== undefined && isMember(group, agency));
};

/** Chooses among the plan's groups of agencies. */
export const GroupFilter = ({ query, go, plan }: Pick<DeskProps, 'query' | 'go' | 'plan'>) => (
  <label>
    Khối
    <select value={query.khoi ?? ''} onChange={(event) => go({ khoi: event.currentTarget.value || null })}>
      <option value="">Tất cả</option>
      <NamedOptions of={plan.agencyGroups} />
    </select>
  </label>
);
