import type { getStatusRoute } from '../../contract/routes/get-status.ts';
import type { Deps } from '../deps.ts';
import { statusLines } from '../reports/status-lines.ts';
import type { Serves } from './handler.ts';

/** Who has sent, how much of it, how late. */
export const getStatus =
  (deps: Deps): Serves<typeof getStatusRoute> =>
  async ({ context }, reply) =>
    reply.tagged({ agencies: await statusLines(deps, context) });
