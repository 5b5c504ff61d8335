import { XLSX } from '../../core/media-types.ts';
import type { Route } from '../route.ts';

/** The workbook of a version with what was remarked at its rows as notes in their cells; it opens at the first. */
export const getMarkedRoute = {
  method: 'GET',
  path: '/periods/{period}/reports/{agency}/versions/{version}/marked',
  id: 'getMarked',
  summary: 'Tệp biểu của một lần nộp, có ý kiến thẩm định ghi tại từng dòng',
  rights: 'own-report-or-consolidators',
  answers: { 200: { [XLSX]: null } },
  refuses: ['no-workbook'],
} as const satisfies Route;
