import * as z from 'zod';
import { JSON_TYPE } from '../../core/media-types.ts';
import { RowId } from '../../core/plan/plan.ts';
import type { Route } from '../route.ts';

const Value = z.union([z.string(), z.number(), z.boolean()]).nullable();

/** What a version says differently from the one before. */
export const ChangeList = z.object({
  /** The version before; null where this one is the first, and everything in it is new. */
  from: z.int().nullable(),
  to: z.int(),
  at: z.string(),
  by: z.string(),
  changes: z.array(z.object({ row: RowId, field: z.string(), before: Value, after: Value })),
});
export type ChangeList = z.infer<typeof ChangeList>;

export const getChangesRoute = {
  method: 'GET',
  path: '/periods/{period}/reports/{agency}/versions/{version}/changes',
  id: 'getChanges',
  summary: 'Thay đổi của một lần nộp so với lần nộp trước',
  rights: 'readers-of-report',
  answers: { 200: { [JSON_TYPE]: ChangeList } },
  refuses: [],
} as const satisfies Route;
