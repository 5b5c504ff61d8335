import type { getSignInRoute } from '../../contract/routes/get-sign-in.ts';
import type { Deps } from '../deps.ts';
import type { Serves } from './handler.ts';
import { madeOnce } from './made-once.ts';

/** How people may sign in besides by an access key: what a page or the pane must know before it can ask Microsoft 365 for a token. */
export const getSignIn =
  ({ microsoft }: Pick<Deps, 'microsoft'>, ways = madeOnce(() => ({ microsoft: microsoft ?? null }))): Serves<typeof getSignInRoute> =>
  async (_call, reply) =>
    reply.taggedText(ways(null));
