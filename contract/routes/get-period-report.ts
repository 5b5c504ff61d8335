import * as z from 'zod';
import { DOCX } from '../../core/media-types.ts';
import type { Route } from '../route.ts';

/**
 * Whether rows that the period does not ask for stand in the appendices too; whether the names behind counts, and where each figure comes
 * from, follow as annexes.
 */
const Extent = z.enum(['due', 'all']).default('due');
const Annex = z.enum(['with', 'without']).default('without');

export const getPeriodReportRoute = {
  method: 'GET',
  path: '/periods/{period}/report',
  id: 'getPeriodReport',
  summary: 'Báo cáo chung kèm các phụ lục (.docx)',
  rights: 'consolidators',
  queries: { rows: Extent, names: Annex, sources: Annex },
  headers: ['If-None-Match'],
  answers: { 200: { [DOCX]: null }, 304: {} },
  refuses: ['invalid-request'],
} as const satisfies Route;
