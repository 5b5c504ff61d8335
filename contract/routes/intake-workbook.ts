import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { JSON_TYPE, XLSX } from '../../core/media-types.ts';
import { Receipt } from '../receipt.ts';
import type { Route } from '../route.ts';

/** Whether the workbook may take the place of a newer or fuller version. */
const Replace = z.enum(['yes', 'no']).default('no');

/** 201 with the receipt of a new version, 200 with that of the version in force where the workbook says the same. */
export const intakeWorkbookRoute = {
  method: 'POST',
  path: '/periods/{period}/intake',
  id: 'intakeWorkbook',
  summary: 'Nhập hộ biểu .xlsx gửi bằng đường khác',
  rights: 'consolidators',
  queries: { receivedOn: Day.optional(), replace: Replace },
  headers: ['Idempotency-Key', 'Content-Disposition'],
  bodies: { [XLSX]: null },
  answers: { 201: { [JSON_TYPE]: Receipt }, 200: { [JSON_TYPE]: Receipt } },
  refuses: [
    'unsupported-media-type',
    'too-large',
    'idempotency-key-missing',
    'invalid-request',
    'invalid-report',
    'not-a-workbook',
    'idempotency-key-reused',
    'period-closed',
    'stale-version',
    'older-workbook',
    'emptier-workbook',
    'findings-block',
    'too-many-versions',
  ],
} as const satisfies Route;
