import * as z from 'zod';
import { JSON_TYPE } from '../../core/media-types.ts';
import type { Route } from '../route.ts';

/** `spoilt`: rows of the store that could not be read when they were read last. */
const Health = z.object({ status: z.literal('ok'), version: z.string(), spoilt: z.int() });

export const getHealthRoute = {
  method: 'GET',
  path: '/health',
  id: 'getHealth',
  summary: 'Hệ thống có đang phục vụ không',
  rights: 'anyone',
  answers: { 200: { [JSON_TYPE]: Health } },
  refuses: ['unavailable'],
} as const satisfies Route;
