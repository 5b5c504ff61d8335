import { XLSX } from '../../core/media-types.ts';
import type { Route } from '../route.ts';

export const getPlanWorkbookRoute = {
  method: 'GET',
  path: '/plan/workbook',
  id: 'getPlanWorkbook',
  summary: 'Bảng tính của kế hoạch đang áp dụng (.xlsx)',
  rights: 'consolidators',
  answers: { 200: { [XLSX]: null } },
  refuses: [],
} as const satisfies Route;
