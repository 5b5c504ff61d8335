import type { Area } from '../../../core/grid.ts';

/** What of an area lies outside another: at most four areas. */
export function withoutArea(area: Area, hole: Area): Area[] {
  const [top, bottom] = [Math.max(area.top, hole.top), Math.min(area.bottom, hole.bottom)];
  const [left, right] = [Math.max(area.left, hole.left), Math.min(area.right, hole.right)];
  if (top > bottom || left > right) return [area];
  return [
    { ...area, bottom: top - 1 },
    { ...area, top: bottom + 1 },
    { top, bottom, left: area.left, right: left - 1 },
    { top, bottom, left: right + 1, right: area.right },
  ].filter((one) => one.top <= one.bottom && one.left <= one.right);
}

/** Whether two areas have a cell in common. */
export const areasMeet = (one: Area, two: Area): boolean =>
  one.top <= two.bottom && one.bottom >= two.top && one.left <= two.right && one.right >= two.left;
