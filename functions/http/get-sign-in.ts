import type { Deps } from '../deps.ts';
import { taggedAnswer } from './answer.ts';
import { madeOnce } from './made-once.ts';
import type { OpenRoute } from './route.ts';
import { SignInWays } from './shapes.ts';

/** How people may sign in besides by an access key: what the pane must know before it can ask Microsoft 365 for a token. */
export const getSignIn = (
  { microsoft }: Pick<Deps, 'microsoft'>,
  ways = madeOnce(() => ({ microsoft: microsoft ?? null })),
): OpenRoute => ({
  method: 'GET',
  path: '/sign-in',
  id: 'getSignIn',
  summary: 'Các cách đăng nhập ngoài khóa truy cập',
  headers: ['If-None-Match'],
  gives: { 200: { 'application/json': SignInWays }, 304: {} },
  refuses: [],
  async open(request) {
    return taggedAnswer(request, ways(null));
  },
});
