import * as z from 'zod';
import { JSON_TYPE } from '../../core/media-types.ts';
import { AuditEntry } from '../audit-entry.ts';
import type { Route } from '../route.ts';

/** `next`: where more entries follow, what the next request names as `after`. */
const AuditList = z.object({ entries: z.array(AuditEntry), next: z.string().optional() });

/** A moment, and perhaps what tells the entries of one moment apart. */
const AuditPlace = z.string().regex(/^\d{4}-\d{2}-\d{2}(?:T[\d:.]{8,12}Z)?(?:\|[\w|-]{1,200})?$/);

export const getAuditRoute = {
  method: 'GET',
  path: '/periods/{period}/audit',
  id: 'getAudit',
  summary: 'Nhật ký của kỳ báo cáo',
  rights: 'consolidators',
  queries: { after: AuditPlace.optional() },
  answers: { 200: { [JSON_TYPE]: AuditList } },
  refuses: ['invalid-request'],
} as const satisfies Route;
