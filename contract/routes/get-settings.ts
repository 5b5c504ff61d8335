import * as z from 'zod';
import { JSON_TYPE } from '../../core/media-types.ts';
import { Settings } from '../../core/plan/settings.ts';
import type { Route } from '../route.ts';

export const SettingsAnswer = z.object({ settings: Settings });

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
