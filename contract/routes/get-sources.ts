import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { MOMENT } from '../../core/matrix.ts';
import { JSON_TYPE } from '../../core/media-types.ts';
import { AgencyId } from '../../core/plan/agency.ts';
import { RowId } from '../../core/plan/plan.ts';
import type { Route } from '../route.ts';
import { Sha256 } from '../sha256.ts';

/** The version that an agency's part of a row was taken from. */
const SourceLine = z.object({
  agency: AgencyId,
  version: z.int(),
  /** Number of its receipt. */
  receipt: z.string(),
  sha256: Sha256,
  at: z.string().meta(MOMENT),
  by: z.string(),
  receivedOn: Day.optional(),
  /** Whether the workbook is kept in which it was sent. */
  workbook: z.boolean(),
});
export type SourceLine = z.infer<typeof SourceLine>;

const SourceList = z.object({ row: RowId, sources: z.array(SourceLine) });

/**
 * Of the agencies whose cell of the matrix has a version; the cells themselves say what they hold, and where it stood. To a lead its own
 * rows.
 */
export const getSourcesRoute = {
  method: 'GET',
  path: '/periods/{period}/rows/{row}/sources',
  id: 'getSources',
  summary: 'Nguồn gốc số liệu của một dòng: lần nộp, biên nhận của từng đơn vị',
  rights: 'leads',
  headers: ['If-None-Match'],
  answers: { 200: { [JSON_TYPE]: SourceList }, 304: {} },
  refuses: [],
} as const satisfies Route;
