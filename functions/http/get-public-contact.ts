import type { getPublicContactRoute } from '../../contract/routes/get-public-contact.ts';
import { officeToAsk } from '../../core/wording/contact.ts';
import type { Deps } from '../deps.ts';
import { openedPeriods } from '../periods/opened-periods.ts';
import type { Serves } from './handler.ts';

/** Whom to ask: what stands in every letter may stand on the page of guides. */
export const getPublicContact =
  (deps: Deps): Serves<typeof getPublicContactRoute> =>
  async (_call, reply) => {
    const newest = (await openedPeriods(deps)).at(-1);
    return reply.json(200, { name: officeToAsk(newest?.agencies ?? deps.agencies), ...newest?.settings.contact });
  };
