import * as z from 'zod';
import { isPlanPeriod, Period } from '../../core/plan.ts';
import type { Deps } from '../deps.ts';
import { groundOf, openPeriod } from '../periods/ground.ts';
import { openedPeriods } from '../periods/opened-periods.ts';
import { forbidden, noPeriod } from './access.ts';
import { json, taggedJson } from './answer.ts';
import { periodLine } from './period-line.ts';
import { invalid, readJson } from './read-body.ts';
import type { GuardedRoute } from './route.ts';
import { PeriodLine } from './shapes.ts';

const PeriodList = z.object({ periods: z.array(PeriodLine) });
const OpenRequest = z.strictObject({ period: Period });

/** The periods that were opened, the earliest first. */
export const getPeriods = (deps: Deps): GuardedRoute => ({
  method: 'GET',
  path: '/periods',
  id: 'listPeriods',
  summary: 'Các kỳ báo cáo đã mở',
  headers: ['If-None-Match'],
  gives: { 200: { 'application/json': PeriodList }, 304: {} },
  refuses: ['unauthenticated'],
  async serve(request) {
    return taggedJson(request, { periods: (await openedPeriods(deps)).map(periodLine) });
  },
});

/** Opens a year of the plan; one that was opened before stays as it is, closed too. */
export const postPeriod = (deps: Deps): GuardedRoute => ({
  method: 'POST',
  path: '/periods',
  id: 'openPeriod',
  summary: 'Mở một kỳ báo cáo của kế hoạch',
  takes: { 'application/json': OpenRequest },
  gives: { 201: { 'application/json': PeriodLine }, 200: { 'application/json': PeriodLine } },
  refuses: ['unauthenticated', 'forbidden', 'invalid-request'],
  async serve(request, caller) {
    if (!caller.consolidator) return forbidden();
    const body = await readJson(request, OpenRequest);
    if (!body.ok) return body.error;
    const { period } = body.value;
    if (!isPlanPeriod(deps.plan, period))
      return invalid('invalid-request', [{ path: 'period', message: 'Năm này không thuộc các giai đoạn của kế hoạch.' }]);
    const outcome = await openPeriod(deps, period, { by: caller.name, at: deps.clock(), nonce: deps.nonce() });
    const ground = await groundOf(deps, period);
    return ground ? json(outcome === 'opened' ? 201 : 200, periodLine(ground)) : noPeriod();
  },
});
