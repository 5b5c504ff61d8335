import type { getRefusedRoute } from '../../contract/routes/get-refused.ts';
import type { Deps } from '../deps.ts';
import { headsOf } from '../periods/matrix-of.ts';
import { openRefusals } from '../reports/refused-workbooks.ts';
import type { Serves } from './handler.ts';

/** The workbooks that could not be taken in and that no newer report has made good, the newest last. */
export const getRefused =
  (deps: Deps): Serves<typeof getRefusedRoute> =>
  async ({ context: { partition } }, reply) => {
    const open = await openRefusals(deps.table, partition, await headsOf(deps, partition));
    return reply.json(200, {
      refused: open.map(({ file = null, agency = null, rules = [], at, by }) => ({ file, agency, rules, at, by })),
    });
  };
