import type { getGroundRoute } from '../../contract/routes/get-ground.ts';
import { NO_SETTINGS } from '../../core/plan/settings.ts';
import type { Deps } from '../deps.ts';
import { covers } from '../identity/rights.ts';
import { previousMatrix } from '../periods/matrix-of.ts';
import { ownMatrix } from '../periods/own-matrix.ts';
import type { Serves } from './handler.ts';
import { periodLine } from './period-line.ts';

/** All that a reader outside the server needs to find in an agency's report what the server would find (contract, "ground"). */
export const getGround =
  (deps: Deps): Serves<typeof getGroundRoute> =>
  async ({ context, agency, rows }, reply) => {
    const { plan, agencies, settings } = context;
    const previous = await previousMatrix(deps, context);
    const { publishedAt: _, ...period } = periodLine(context);
    const waivers = settings.waivers.filter((one) => one.agency === agency && (one.row === null || covers(rows, [one.row])));
    return reply.tagged({
      plan,
      agencies,
      period,
      settings: { ...NO_SETTINGS, rules: settings.rules, waivers },
      previous: previous && ownMatrix(previous, agency, rows),
    });
  };
