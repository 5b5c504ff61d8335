import * as z from 'zod';
import { MOMENT } from '../../core/matrix.ts';
import { JSON_TYPE } from '../../core/media-types.ts';
import { AgencyId } from '../../core/plan/agency.ts';
import { ReportState } from '../report-state.ts';
import type { Route } from '../route.ts';

/** Where an agency stands: whether it has sent, how much, how late. */
export const StatusLine = z.object({
  agency: AgencyId,
  /** `unreadable`: what is stored of it cannot be read; it can be sent anew. */
  state: z.enum([...ReportState.options, 'unreadable']),
  version: z.int().nullable(),
  at: z.string().meta(MOMENT).nullable(),
  /** Who sent it: the agency, or the consolidator who took it in. */
  by: z.string().nullable(),
  /** When it was returned; null unless it is. */
  returnedAt: z.string().meta(MOMENT).nullable(),
  /** Rows with a remark of the last return. */
  remarks: z.int(),
  acceptedRows: z.int(),
  rowsFilled: z.int(),
  rowsOwed: z.int(),
  daysLate: z.int(),
  /** Warnings that ask for a reason and have none yet. */
  openWarnings: z.int(),
  /** All warnings that travelled with the version, and those found beside the others' reports. */
  warnings: z.int(),
});
export type StatusLine = z.infer<typeof StatusLine>;

const StatusList = z.object({ agencies: z.array(StatusLine) });

export const getStatusRoute = {
  method: 'GET',
  path: '/periods/{period}/status',
  id: 'getStatus',
  summary: 'Tình hình báo cáo của các đơn vị',
  rights: 'consolidators',
  headers: ['If-None-Match'],
  answers: { 200: { [JSON_TYPE]: StatusList }, 304: {} },
  refuses: [],
} as const satisfies Route;
