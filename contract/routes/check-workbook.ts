import * as z from 'zod';
import { JSON_TYPE, XLSX } from '../../core/media-types.ts';
import { Report } from '../../core/report.ts';
import type { Route } from '../route.ts';
import { WireFinding } from '../wire-finding.ts';

const CheckedWorkbook = z.object({ report: Report.nullable(), findings: z.array(WireFinding) });

export const checkWorkbookRoute = {
  method: 'POST',
  path: '/periods/{period}/reports/{agency}/workbook',
  id: 'checkWorkbook',
  summary: 'Kiểm tra biểu .xlsx, không lưu',
  rights: 'own-report',
  bodies: { [XLSX]: null },
  answers: { 200: { [JSON_TYPE]: CheckedWorkbook } },
  refuses: ['unsupported-media-type', 'too-large', 'not-a-workbook'],
} as const satisfies Route;
