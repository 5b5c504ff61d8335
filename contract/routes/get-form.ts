import * as z from 'zod';
import { XLSX } from '../../core/media-types.ts';
import type { Route } from '../route.ts';

/** What the form holds: the version in force, only the figures of the period before for reference, or nothing. */
const Values = z.enum(['current', 'previous', 'none']).default('current');

export const getFormRoute = {
  method: 'GET',
  path: '/periods/{period}/reports/{agency}/form',
  id: 'getForm',
  summary: 'Biểu .xlsx của một đơn vị',
  rights: 'own-report-or-consolidators',
  queries: { values: Values },
  answers: { 200: { [XLSX]: null } },
  refuses: ['invalid-request'],
} as const satisfies Route;
