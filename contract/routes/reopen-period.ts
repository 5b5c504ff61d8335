import * as z from 'zod';
import { JSON_TYPE } from '../../core/media-types.ts';
import type { Route } from '../route.ts';
import { NeededReason } from '../written-texts.ts';

const ReopenRequest = z.strictObject({ reason: NeededReason });
const ReopenAnswer = z.object({ state: z.literal('open') });

/** `period-closed` while a close is under way. */
export const reopenPeriodRoute = {
  method: 'POST',
  path: '/periods/{period}/reopen',
  id: 'reopenPeriod',
  summary: 'Mở lại kỳ báo cáo đã khóa',
  rights: 'consolidators',
  bodies: { [JSON_TYPE]: ReopenRequest },
  answers: { 200: { [JSON_TYPE]: ReopenAnswer } },
  refuses: ['invalid-request', 'period-closed'],
} as const satisfies Route;
