import * as z from 'zod';
import { JSON_TYPE } from '../../core/media-types.ts';
import { Agency } from '../../core/plan/agency.ts';
import type { Route } from '../route.ts';

const AgencyList = z.object({ agencies: z.array(Agency) });

export const getAgenciesRoute = {
  method: 'GET',
  path: '/agencies',
  id: 'getAgencies',
  summary: 'Danh sách đơn vị',
  rights: 'signed-in',
  headers: ['If-None-Match'],
  answers: { 200: { [JSON_TYPE]: AgencyList }, 304: {} },
  refuses: [],
} as const satisfies Route;
