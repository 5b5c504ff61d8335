import type { Agency } from '../../core/plan/agency.ts';
import { diceOf } from './dice.ts';

/** How big an agency is in the made-up world: an office of the province, a ward, a commune of the plain, a small or mountain commune. */
export type Size = 'office' | 'ward' | 'plain' | 'mountain';

/** Blocks of GSO codes of the former plain districts; the other communes lie in the mountains. */
const PLAIN: readonly (readonly [from: number, to: number])[] = [
  [21025, 21109],
  [21172, 21250],
  [21364, 21478],
];

/** Whether it is a commune or a ward: a People's Committee by its name. */
export const isLocal = ({ name }: Pick<Agency, 'name'>): boolean => /^UBND /.test(name);

/** A believable size, from the kind and the name; made-up places without a GSO code draw theirs. */
export function agencySize(agency: Agency): Size {
  if (!isLocal(agency)) return 'office';
  if (/\bphường\b/i.test(agency.shortName)) return 'ward';
  if (agency.gsoCode === undefined) return diceOf('size', agency.id).chance(0.45) ? 'plain' : 'mountain';
  const code = Number(agency.gsoCode);
  return PLAIN.some(([from, to]) => from <= code && code <= to) ? 'plain' : 'mountain';
}
