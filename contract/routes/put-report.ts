import { JSON_TYPE, XLSX } from '../../core/media-types.ts';
import { Report } from '../../core/report.ts';
import { Receipt } from '../receipt.ts';
import type { Route } from '../route.ts';

/** 201 with the receipt of a new version, 200 with the one that the same call got before. */
export const putReportRoute = {
  method: 'PUT',
  path: '/periods/{period}/reports/{agency}',
  id: 'putReport',
  summary: 'Nộp báo cáo của đơn vị (JSON hoặc chính tệp .xlsx)',
  rights: 'own-report',
  headers: ['Idempotency-Key', 'If-Match', 'If-None-Match', 'Content-Disposition', 'Prepared-By'],
  bodies: { [JSON_TYPE]: Report, [XLSX]: null },
  answers: { 201: { [JSON_TYPE]: Receipt }, 200: { [JSON_TYPE]: Receipt } },
  refuses: [
    'unsupported-media-type',
    'too-large',
    'idempotency-key-missing',
    'invalid-request',
    'invalid-report',
    'not-a-workbook',
    'idempotency-key-reused',
    'period-closed',
    'precondition-required',
    'stale-version',
    'findings-block',
    'too-many-versions',
  ],
} as const satisfies Route;
