import { JSON_TYPE } from '../../core/media-types.ts';
import { Plan } from '../../core/plan/plan.ts';
import type { Route } from '../route.ts';

export const getPlanRoute = {
  method: 'GET',
  path: '/plan',
  id: 'getPlan',
  summary: 'Kế hoạch: chỉ tiêu và nhiệm vụ',
  rights: 'signed-in',
  headers: ['If-None-Match'],
  answers: { 200: { [JSON_TYPE]: Plan }, 304: {} },
  refuses: [],
} as const satisfies Route;
