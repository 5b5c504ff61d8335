import * as z from 'zod';
import { WrongCall } from './wrong-call.ts';

const Instant = z.iso.datetime({ offset: true, local: true });

/** The moment that `--at` names; without a zone it is the plan's own time, without `--at` it is now. */
export function instantOf(text: string | undefined, offset: string): Date {
  if (text === undefined) return new Date();
  const zoned = /(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}${offset}`;
  const at = new Date(zoned);
  if (Instant.safeParse(text).success && !Number.isNaN(at.getTime())) return at;
  throw new WrongCall(`Thời điểm “${text}” không đúng. Ví dụ: --at 2026-11-30T08:00:00+07:00`);
}
