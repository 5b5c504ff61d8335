import * as z from 'zod';
import { HONOURS_PART_IDS } from '../../core/honours/weights.ts';
import { MOMENT } from '../../core/matrix.ts';
import { JSON_TYPE, XLSX } from '../../core/media-types.ts';
import { AgencyId } from '../../core/plan/agency.ts';
import { Period } from '../../core/plan/period.ts';
import { RowId } from '../../core/plan/plan.ts';
import type { Route } from '../route.ts';

const PartId = z.enum(HONOURS_PART_IDS);

/** A row that counts for an agency, against it, or neither way, and why; `row` null: the report as a whole. */
const Fact = z.object({ row: RowId.nullable(), counts: z.enum(['for', 'against', 'left-out']), says: z.string() });

/** `got` of `of`, which gives so many points; of a part that does not apply to the agency `of` is 0 and `leftOut` says why. */
const Share = z.object({
  part: PartId,
  got: z.int(),
  of: z.int(),
  points: z.number(),
  leftOut: z.string().nullable(),
  facts: z.array(Fact),
});

/** `points` of `most` over the parts that apply; `score` the same of a hundred. Equal scores share a rank, which `sharing` agencies have. */
const Line = z.object({
  agency: AgencyId,
  rank: z.int(),
  sharing: z.int(),
  score: z.number(),
  points: z.number(),
  most: z.int(),
  parts: z.array(Share),
});

/** Numbers are the nearest doubles: ranks are made of exact fractions. */
export const HonoursAnswer = z.object({
  period: Period,
  asOf: z.string().meta(MOMENT),
  parts: z.array(z.object({ id: PartId, name: z.string(), rule: z.string(), weight: z.int() })),
  method: z.array(z.string()),
  groups: z.array(z.object({ id: z.string().nullable(), name: z.string(), lines: z.array(Line), unranked: z.array(AgencyId) })),
});
export type HonoursAnswer = z.infer<typeof HonoursAnswer>;

/** Never shown to the public; the form follows `Accept`. */
export const getHonoursRoute = {
  method: 'GET',
  path: '/periods/{period}/honours',
  id: 'getHonours',
  summary: 'Danh sách xem xét tôn vinh, kèm cách tính',
  rights: 'consolidators',
  headers: ['If-None-Match'],
  answers: { 200: { [JSON_TYPE]: HonoursAnswer, [XLSX]: null }, 304: {} },
  refuses: [],
} as const satisfies Route;
