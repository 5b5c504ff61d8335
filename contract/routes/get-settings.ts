import * as z from 'zod';
import { JSON_TYPE } from '../../core/media-types.ts';
import { Period } from '../../core/plan/period.ts';
import { Settings } from '../../core/plan/settings.ts';
import type { Route } from '../route.ts';
import { Reason } from '../written-texts.ts';

export const SettingsAnswer = z.object({
  settings: Settings,
  /** Of a period that is not open: those that it will have once it is reopened, the period in which they were changed, and why. */
  waiting: z.object({ settings: Settings, from: Period, reason: Reason }).optional(),
});

/** Its `ETag` is what a change of the settings names as `If-Match`. */
export const getSettingsRoute = {
  method: 'GET',
  path: '/periods/{period}/settings',
  id: 'getSettings',
  summary: 'Thiết lập đang dùng của kỳ báo cáo',
  rights: 'consolidators',
  answers: { 200: { [JSON_TYPE]: SettingsAnswer } },
  refuses: [],
} as const satisfies Route;
