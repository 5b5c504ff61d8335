import * as z from 'zod';
import { JSON_TYPE } from '../../core/media-types.ts';
import { Settings } from '../../core/plan/settings.ts';
import type { Route } from '../route.ts';
import { NeededReason } from '../written-texts.ts';
import { SettingsAnswer } from './get-settings.ts';

const SettingsRequest = z.strictObject({ settings: Settings, reason: NeededReason });

/**
 * `If-Match` names the settings that were read (`"0"` for none), so that no change is lost. `period-closed`: the period is not open, and they
 * differ in more than how its report is signed and worded.
 */
export const putSettingsRoute = {
  method: 'PUT',
  path: '/periods/{period}/settings',
  id: 'putSettings',
  summary: 'Thiết lập của kỳ báo cáo, kèm lý do',
  rights: 'consolidators',
  headers: ['If-Match'],
  bodies: { [JSON_TYPE]: SettingsRequest },
  answers: { 200: { [JSON_TYPE]: SettingsAnswer } },
  refuses: ['invalid-request', 'period-closed', 'stale-version'],
} as const satisfies Route;
