import { DOCX, JSON_TYPE } from '../../core/media-types.ts';
import { Report } from '../../core/report.ts';
import type { Route } from '../route.ts';

/** A report that is not sent yet as its agency would sign it, marked as such; nothing of it is stored. */
export const previewDocumentRoute = {
  method: 'POST',
  path: '/periods/{period}/reports/{agency}/preview',
  id: 'previewDocument',
  summary: 'Bản xem trước báo cáo để trình ký (.docx), không lưu',
  rights: 'own-report',
  bodies: { [JSON_TYPE]: Report },
  answers: { 200: { [DOCX]: null } },
  refuses: ['unsupported-media-type', 'too-large', 'invalid-report'],
} as const satisfies Route;
