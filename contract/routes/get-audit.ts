import * as z from 'zod';
import { JSON_TYPE } from '../../core/media-types.ts';
import { AuditEntry } from '../audit-entry.ts';
import type { Route } from '../route.ts';

const AuditList = z.object({ entries: z.array(AuditEntry) });

export const getAuditRoute = {
  method: 'GET',
  path: '/periods/{period}/audit',
  id: 'getAudit',
  summary: 'Nhật ký của kỳ báo cáo',
  rights: 'consolidators',
  answers: { 200: { [JSON_TYPE]: AuditList } },
  refuses: [],
} as const satisfies Route;
