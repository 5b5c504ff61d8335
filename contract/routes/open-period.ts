import * as z from 'zod';
import { JSON_TYPE } from '../../core/media-types.ts';
import { Period } from '../../core/plan/period.ts';
import { PeriodLine } from '../period-line.ts';
import type { Route } from '../route.ts';

const OpenRequest = z.strictObject({ period: Period });

/** 201 where the period was opened by this call, 200 where it was open before. */
export const openPeriodRoute = {
  method: 'POST',
  path: '/periods',
  id: 'openPeriod',
  summary: 'Mở một kỳ báo cáo của kế hoạch',
  rights: 'consolidators',
  bodies: { [JSON_TYPE]: OpenRequest },
  answers: { 201: { [JSON_TYPE]: PeriodLine }, 200: { [JSON_TYPE]: PeriodLine } },
  refuses: ['invalid-request'],
} as const satisfies Route;
