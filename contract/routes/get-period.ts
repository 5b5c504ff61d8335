import * as z from 'zod';
import { JSON_TYPE } from '../../core/media-types.ts';
import { Settings } from '../../core/plan/settings.ts';
import { PeriodLine } from '../period-line.ts';
import type { Route } from '../route.ts';

/** `settings`: told to consolidators alone. */
const PeriodView = PeriodLine.extend({ plan: z.string(), settings: Settings.optional() });

export const getPeriodRoute = {
  method: 'GET',
  path: '/periods/{period}',
  id: 'getPeriod',
  summary: 'Kỳ báo cáo: trạng thái, ngày chốt, hạn gửi',
  rights: 'signed-in',
  answers: { 200: { [JSON_TYPE]: PeriodView } },
  refuses: [],
} as const satisfies Route;
