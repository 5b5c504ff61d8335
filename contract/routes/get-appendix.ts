import { XLSX } from '../../core/media-types.ts';
import type { Route } from '../route.ts';

export const getAppendixRoute = {
  method: 'GET',
  path: '/periods/{period}/appendix',
  id: 'getAppendix',
  summary: 'Phụ lục tổng hợp (.xlsx)',
  rights: 'consolidators',
  headers: ['If-None-Match'],
  answers: { 200: { [XLSX]: null }, 304: {} },
  refuses: [],
} as const satisfies Route;
