import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { JSON_TYPE } from '../../core/media-types.ts';
import { AgencyId } from '../../core/plan/agency.ts';
import type { Route } from '../route.ts';

/** An access key as it is listed: never the key itself. */
const KeyLine = z.object({
  id: z.string(),
  agency: AgencyId,
  issuedAt: z.string(),
  issuedBy: z.string(),
  revokedAt: z.string().nullable(),
  revokedBy: z.string().nullable(),
  /** The last day on which it works; null: until it is revoked. */
  until: Day.nullable(),
  /** The person who bears it; absent: no one in particular. */
  user: z.string().optional(),
  /** It opens the feed and nothing else. */
  readOnly: z.literal(true).optional(),
});

const KeyList = z.object({ keys: z.array(KeyLine) });

export const listKeysRoute = {
  method: 'GET',
  path: '/keys',
  id: 'listKeys',
  summary: 'Các mã truy cập đã cấp',
  rights: 'consolidators',
  answers: { 200: { [JSON_TYPE]: KeyList } },
  refuses: [],
} as const satisfies Route;
