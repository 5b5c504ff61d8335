import * as z from 'zod';
import { JSON_TYPE } from '../../core/media-types.ts';
import { Agency } from '../../core/plan/agency.ts';
import { Contact } from '../../core/plan/settings.ts';
import type { Route } from '../route.ts';

const PeriodAgency = z.object({
  ...Agency.shape,
  /** Groups of the plan that it belongs to. */
  groups: z.array(z.string()),
  /** Whom to ask there; to consolidators alone. */
  contact: Contact.optional(),
});

/** Of a closed period the names that it was closed under. */
export const getPeriodAgenciesRoute = {
  method: 'GET',
  path: '/periods/{period}/agencies',
  id: 'getPeriodAgencies',
  summary: 'Các đơn vị của một kỳ, theo tên và việc tiếp nhận trong kỳ đó',
  rights: 'signed-in',
  headers: ['If-None-Match'],
  answers: { 200: { [JSON_TYPE]: z.object({ agencies: z.array(PeriodAgency) }) }, 304: {} },
  refuses: [],
} as const satisfies Route;
