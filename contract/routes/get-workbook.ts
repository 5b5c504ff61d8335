import { XLSX } from '../../core/media-types.ts';
import type { Route } from '../route.ts';

/** The workbook of a version byte for byte as it was sent; its `ETag` is the SHA-256 of the bytes. A version that came as JSON has none. */
export const getWorkbookRoute = {
  method: 'GET',
  path: '/periods/{period}/reports/{agency}/versions/{version}/workbook',
  id: 'getWorkbook',
  summary: 'Tệp biểu đúng như đơn vị đã gửi ở một lần nộp',
  rights: 'own-report-or-consolidators',
  headers: ['If-None-Match'],
  answers: { 200: { [XLSX]: null }, 304: {} },
  refuses: ['no-workbook'],
} as const satisfies Route;
