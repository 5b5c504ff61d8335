import * as z from 'zod';
import { Matrix } from '../../core/matrix.ts';
import { JSON_TYPE } from '../../core/media-types.ts';
import { Agencies } from '../../core/plan/agency.ts';
import { Plan } from '../../core/plan/plan.ts';
import { Settings } from '../../core/plan/settings.ts';
import { PeriodDays } from '../period-line.ts';
import type { Route } from '../route.ts';

/** What a browser needs to read and check an agency's report as the server does. */
export const ReadingGround = z.object({
  /** Plan and agencies as the period's settings make them: nothing is left to be applied to them. */
  plan: Plan,
  agencies: Agencies,
  period: PeriodDays,
  /** Rules, and waivers of this agency alone. */
  settings: Settings,
  /** Its own figures of the last closed period. */
  previous: Matrix.nullable(),
});
export type ReadingGround = z.infer<typeof ReadingGround>;

export const getGroundRoute = {
  method: 'GET',
  path: '/periods/{period}/reports/{agency}/ground',
  id: 'getGround',
  summary: 'Căn cứ để đọc và kiểm tra báo cáo của một đơn vị ngoài máy chủ',
  rights: 'readers-of-report',
  headers: ['If-None-Match'],
  answers: { 200: { [JSON_TYPE]: ReadingGround }, 304: {} },
  refuses: [],
} as const satisfies Route;
