import type { Area } from '../../core/grid.ts';
import { cellCount } from './ranges.ts';

/** Where Excel does not say who wrote (before ExcelApi 1.14), the event of a write of ours is known by its place, for this long. */
const REMEMBERED_MS = 2000;
/** office.js cuts what is larger into strips, each with an event of its own. */
const CUT_ABOVE = 1500;

/** Places that we wrote to and whose events are still to come. */
export interface OwnWrites {
  add(sheet: string, area: Area): void;
  /** Whether an event at this place is ours; each write is good for one event, a large one for those of its strips. */
  take(sheet: string, area: Area): boolean;
}

export function ownWrites(now: () => number = Date.now): OwnWrites {
  let waiting: { readonly sheet: string; readonly area: Area; readonly until: number }[] = [];
  return {
    add(sheet, area) {
      waiting.push({ sheet, area, until: now() + REMEMBERED_MS });
    },
    take(sheet, area) {
      waiting = waiting.filter(({ until }) => until >= now());
      const found = waiting.findIndex((one) => one.sheet === sheet && sameArea(one.area, area));
      if (found >= 0) waiting.splice(found, 1);
      return found >= 0 || waiting.some((one) => one.sheet === sheet && cellCount(one.area) > CUT_ABOVE && contains(one.area, area));
    },
  };
}

const contains = (one: Area, two: Area): boolean =>
  one.top <= two.top && one.left <= two.left && one.bottom >= two.bottom && one.right >= two.right;

const sameArea = (one: Area, two: Area): boolean =>
  one.top === two.top && one.left === two.left && one.bottom === two.bottom && one.right === two.right;
