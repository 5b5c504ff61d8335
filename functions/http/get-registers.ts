import type { getAgenciesRoute } from '../../contract/routes/get-agencies.ts';
import type { getMeRoute } from '../../contract/routes/get-me.ts';
import type { getPeriodRoute } from '../../contract/routes/get-period.ts';
import type { getPlanRoute } from '../../contract/routes/get-plan.ts';
import { agencyName } from '../../core/plan/agency.ts';
import type { Deps } from '../deps.ts';
import { leadRows, sentBy } from '../identity/rights.ts';
import type { Serves } from './handler.ts';
import { madeOnce } from './made-once.ts';
import { periodLine } from './period-line.ts';

/** Who the caller is and what it leads. */
export const getMe =
  ({ plan, agencies }: Deps): Serves<typeof getMeRoute> =>
  async ({ caller: { agency, consolidator } }, reply) =>
    reply.json(200, {
      agency,
      name: agencyName(agencies, agency),
      roles: consolidator ? ['reporter', 'consolidator'] : ['reporter'],
      leads: leadRows(plan, agency),
      submitsFor: sentBy(agencies, agency).map(({ id, name }) => ({ agency: id, name })),
    });

export const getPlan =
  ({ plan }: Deps, text = madeOnce(() => plan)): Serves<typeof getPlanRoute> =>
  async (_call, reply) =>
    reply.taggedText(text(null));

export const getAgencies =
  ({ agencies }: Deps, text = madeOnce(() => ({ agencies }))): Serves<typeof getAgenciesRoute> =>
  async (_call, reply) =>
    reply.taggedText(text(null));

/** A period: its state and its days; to consolidators also its settings. */
export const getPeriod =
  (): Serves<typeof getPeriodRoute> =>
  async ({ context, caller }, reply) =>
    reply.json(200, { ...periodLine(context), plan: context.plan.id, ...(caller.consolidator && { settings: context.settings }) });
