import { Matrix } from '../../core/matrix.ts';
import { CSV, JSON_TYPE, XLSX } from '../../core/media-types.ts';
import type { Route } from '../route.ts';

/** To a lead the rows that it leads; the form follows `Accept`. */
export const getMatrixRoute = {
  method: 'GET',
  path: '/periods/{period}/matrix',
  id: 'getMatrix',
  summary: 'Ma trận tổng hợp',
  rights: 'leads',
  headers: ['If-None-Match'],
  answers: { 200: { [JSON_TYPE]: Matrix, [CSV]: null, [XLSX]: null }, 304: {} },
  refuses: [],
} as const satisfies Route;
