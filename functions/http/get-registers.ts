import type { getAgenciesRoute } from '../../contract/routes/get-agencies.ts';
import type { getMeRoute } from '../../contract/routes/get-me.ts';
import type { getPeriodRoute } from '../../contract/routes/get-period.ts';
import type { getPeriodAgenciesRoute } from '../../contract/routes/get-period-agencies.ts';
import type { getPlanRoute } from '../../contract/routes/get-plan.ts';
import { oncePerObject } from '../../core/once.ts';
import { type Agencies, agencyName } from '../../core/plan/agency.ts';
import { isMember } from '../../core/plan/agency-groups.ts';
import type { Deps } from '../deps.ts';
import { leadRows, sentBy } from '../identity/rights.ts';
import { registerOf } from '../periods/register.ts';
import type { Serves } from './handler.ts';
import { madeOnce } from './made-once.ts';
import { periodLine } from './period-line.ts';
import { taggedText } from './tagged-text.ts';

/** Who the caller is and what it leads. */
export const getMe =
  (deps: Deps): Serves<typeof getMeRoute> =>
  async ({ caller: { agency, consolidator, person } }, reply) => {
    const agencies = await registerOf(deps);
    return reply.json(200, {
      agency,
      name: agencyName(agencies, agency),
      ...(person !== undefined && { person }),
      roles: consolidator ? ['reporter', 'consolidator'] : ['reporter'],
      leads: leadRows(deps.plan, agency),
      submitsFor: sentBy(agencies, agency).map(({ id, name }) => ({ agency: id, name })),
    });
  };

export const getPlan =
  ({ plan }: Deps, text = madeOnce(() => plan)): Serves<typeof getPlanRoute> =>
  async (_call, reply) =>
    reply.taggedText(text(null));

export const getAgencies =
  (deps: Deps, text = oncePerObject((agencies: Agencies) => taggedText({ agencies }))): Serves<typeof getAgenciesRoute> =>
  async (_call, reply) =>
    reply.taggedText(text(await registerOf(deps)));

/** The agencies as a period has them; whom to ask there is told to consolidators alone. */
export const getPeriodAgencies =
  (): Serves<typeof getPeriodAgenciesRoute> =>
  async ({ context: { agencies, plan, settings }, caller }, reply) =>
    reply.tagged({
      agencies: agencies.map((agency) => {
        const contact = caller.consolidator ? settings.contacts?.[agency.id] : undefined;
        const groups = plan.agencyGroups.filter((group) => isMember(group, agency)).map(({ id }) => id);
        return { ...agency, groups, ...(contact && { contact }) };
      }),
    });

/** A period: its state and its days; to consolidators also its settings. */
export const getPeriod =
  (): Serves<typeof getPeriodRoute> =>
  async ({ context, caller }, reply) =>
    reply.json(200, { ...periodLine(context), plan: context.plan.id, ...(caller.consolidator && { settings: context.settings }) });
