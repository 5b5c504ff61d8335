import * as z from 'zod';
import { Agencies } from '../../core/agency.ts';
import { Matrix } from '../../core/matrix.ts';
import { Plan } from '../../core/plan.ts';
import { NO_SETTINGS, Settings } from '../../core/settings.ts';
import type { Deps } from '../deps.ts';
import { previousMatrix } from '../periods/matrix-of.ts';
import { ownMatrix } from '../periods/own-matrix.ts';
import { readable } from './access.ts';
import { taggedJson } from './answer.ts';
import { periodLine } from './period-line.ts';
import type { GuardedRoute } from './route.ts';
import { PeriodLine } from './shapes.ts';

const ReadingGround = z.object({
  /** Plan and agencies as the period's settings make them: nothing is left to be applied to them. */
  plan: Plan,
  agencies: Agencies,
  period: PeriodLine.omit({ publishedAt: true }),
  /** Rules, and waivers of this agency alone. */
  settings: Settings,
  /** Its own figures of the last closed period. */
  previous: Matrix.nullable(),
});

/** All that a reader outside the server needs to find in an agency's report what the server would find (contract, "ground"). */
export const getGround = (deps: Deps): GuardedRoute => ({
  method: 'GET',
  path: '/periods/{period}/reports/{agency}/ground',
  id: 'getGround',
  summary: 'Căn cứ để đọc và kiểm tra báo cáo của một đơn vị ngoài máy chủ',
  headers: ['If-None-Match'],
  gives: { 200: { 'application/json': ReadingGround }, 304: {} },
  refuses: ['unauthenticated', 'forbidden', 'not-found'],
  async serve(request, caller) {
    const place = await readable(deps, request, caller);
    if (!place.ok) return place.error;
    const { ground, agency, sight } = place.value;
    const { plan, agencies, settings } = ground;
    const previous = await previousMatrix(deps, ground.period);
    const { publishedAt: _, ...line } = periodLine(ground);
    const waivers = settings.waivers.filter((one) => one.agency === agency && (one.row === null || sight === null || sight.has(one.row)));
    return taggedJson(request, {
      plan,
      agencies,
      period: line,
      settings: { ...NO_SETTINGS, rules: settings.rules, waivers },
      previous: previous && ownMatrix(previous, agency, sight),
    });
  },
});
