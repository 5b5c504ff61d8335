import * as z from 'zod';
import { JSON_TYPE } from '../../core/media-types.ts';
import { PeriodLine } from '../period-line.ts';
import type { Route } from '../route.ts';

const PeriodList = z.object({ periods: z.array(PeriodLine) });

export const listPeriodsRoute = {
  method: 'GET',
  path: '/periods',
  id: 'listPeriods',
  summary: 'Các kỳ báo cáo đã mở',
  rights: 'signed-in',
  headers: ['If-None-Match'],
  answers: { 200: { [JSON_TYPE]: PeriodList }, 304: {} },
  refuses: [],
} as const satisfies Route;
