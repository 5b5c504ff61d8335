import { DOCX } from '../../core/media-types.ts';
import type { Route } from '../route.ts';

/** The version in force, as its agency signs it. */
export const getOwnDocumentRoute = {
  method: 'GET',
  path: '/periods/{period}/reports/{agency}/document',
  id: 'getOwnDocument',
  summary: 'Báo cáo của một đơn vị để ký (.docx)',
  rights: 'own-report-or-consolidators',
  answers: { 200: { [DOCX]: null } },
  refuses: [],
} as const satisfies Route;
