import * as z from 'zod';
import { DOCX, JSON_TYPE, XLSX } from '../../core/media-types.ts';
import type { Route } from '../route.ts';

/**
 * How many figures were worked out once more, and which came out otherwise than they are printed; `more`: how many besides those that are
 * named; what is in the document besides, such as sentences of somebody's own and pictures, and is to be looked at.
 */
const VerifiedDocument = z.object({
  count: z.int(),
  differences: z.array(z.object({ place: z.string(), printed: z.string().nullable(), computed: z.string().nullable() })),
  more: z.int().optional(),
  unchecked: z.array(z.object({ place: z.string(), text: z.string() })),
  moreUnchecked: z.int().optional(),
});
export type VerifiedDocument = z.infer<typeof VerifiedDocument>;

export const verifyDocumentRoute = {
  method: 'POST',
  path: '/periods/{period}/verify',
  id: 'verifyDocument',
  summary: 'Tính lại mọi số liệu của một báo cáo .docx hoặc phụ lục .xlsx',
  rights: 'consolidators',
  bodies: { [DOCX]: null, [XLSX]: null },
  answers: { 200: { [JSON_TYPE]: VerifiedDocument } },
  refuses: ['unsupported-media-type', 'too-large', 'not-a-workbook'],
} as const satisfies Route;
