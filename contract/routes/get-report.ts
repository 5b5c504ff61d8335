import { JSON_TYPE } from '../../core/media-types.ts';
import { ReportEnvelope } from '../report-envelope.ts';
import type { Route } from '../route.ts';

export const getReportRoute = {
  method: 'GET',
  path: '/periods/{period}/reports/{agency}',
  id: 'getReport',
  summary: 'Báo cáo đang có của một đơn vị',
  rights: 'readers-of-report',
  answers: { 200: { [JSON_TYPE]: ReportEnvelope } },
  refuses: [],
} as const satisfies Route;
