import { useRef } from 'preact/hooks';
import type { AgencyId } from '../../../../core/plan/agency.ts';

/** The reports before and after the open one in a filtered list. */
export interface Walk {
  readonly previous: AgencyId | null;
  readonly next: AgencyId | null;
  /** The place of the open one from 1 on; null where the filter has let go of it. */
  readonly place: number | null;
  readonly count: number;
}

/**
 * From one report of a filter to the next. A report that has just been accepted may leave the filter while it is open: its neighbours are
 * then those that it had.
 */
export function useWalk(shown: readonly AgencyId[], open: AgencyId | undefined): Walk {
  const order = useRef<readonly AgencyId[]>(shown);
  if (open === undefined || shown.includes(open)) order.current = shown;
  return walkFrom(order.current, shown, open);
}

/** The neighbours of `open` in an order, among those that are still shown. */
export function walkFrom(order: readonly AgencyId[], shown: readonly AgencyId[], open: AgencyId | undefined): Walk {
  const at = open === undefined ? -1 : order.indexOf(open);
  const still = new Set(shown);
  const isThere = (id: AgencyId): boolean => still.has(id);
  const place = open === undefined ? -1 : shown.indexOf(open);
  return {
    previous: order.slice(0, Math.max(0, at)).findLast(isThere) ?? null,
    next: order.slice(at + 1).find(isThere) ?? null,
    place: place < 0 ? null : place + 1,
    count: shown.length,
  };
}
