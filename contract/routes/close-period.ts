import * as z from 'zod';
import { JSON_TYPE } from '../../core/media-types.ts';
import type { Route } from '../route.ts';
import { Reason } from '../written-texts.ts';

const CloseRequest = z.strictObject({ reason: Reason.optional() });

/** A close that is done: its number, and when it took its figures. */
export const Closed = z.object({ state: z.literal('closed'), closes: z.int(), asOf: z.string() });
export type Closed = z.infer<typeof Closed>;

export const closePeriodRoute = {
  method: 'POST',
  path: '/periods/{period}/close',
  id: 'closePeriod',
  summary: 'Khóa kỳ báo cáo',
  rights: 'consolidators',
  bodies: { [JSON_TYPE]: CloseRequest },
  answers: { 200: { [JSON_TYPE]: Closed } },
  refuses: ['invalid-request'],
} as const satisfies Route;
