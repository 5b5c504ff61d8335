import type { Deps } from '../deps.ts';
import { publishPeriod } from '../periods/publish.ts';
import { consolidatorsGround, noPeriod } from './access.ts';
import { json } from './answer.ts';
import { refuse } from './problem.ts';
import type { GuardedRoute } from './route.ts';
import { PublishAnswer } from './shapes.ts';

/** Makes the figures of the last close public. Closing alone publishes nothing, so that they are signed first; twice is the same as once. */
export const postPublish = (deps: Deps): GuardedRoute => ({
  method: 'POST',
  path: '/periods/{period}/publish',
  id: 'publishPeriod',
  summary: 'Công bố số liệu của kỳ báo cáo đã khóa',
  gives: { 200: { 'application/json': PublishAnswer } },
  refuses: ['unauthenticated', 'forbidden', 'not-found', 'period-open'],
  async serve(request, caller) {
    const ground = await consolidatorsGround(deps, caller, request.parameters);
    if (!ground.ok) return ground.error;
    const { plan, period } = ground.value;
    const done = await publishPeriod(deps.table, { plan: plan.id, period, by: caller.name, at: deps.clock(), nonce: deps.nonce() });
    if (done.ok) return json(200, done.value);
    return done.error === 'no-period'
      ? noPeriod()
      : refuse('period-open', 'Chỉ công bố số liệu của kỳ đã khóa. Khóa kỳ báo cáo rồi công bố.');
  },
});
