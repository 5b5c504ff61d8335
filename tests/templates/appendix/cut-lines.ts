import { pointsOf } from '../../../templates/style/row-height.ts';
import { textWidth } from '../../../templates/style/text-width.ts';
import { SIZE } from '../../../templates/style/type.ts';
import type { reopened } from './a-built-appendix.ts';

/** Texts above a sheet's table that run on over the empty cells to their right, and further than its last column. */
export function cutLines({ xml, cells }: ReturnType<ReturnType<typeof reopened>['sheet']>): string[] {
  const columns = [...xml.matchAll(/<col min="(\d+)" max="(\d+)" width="([\d.]+)"/g)];
  const room = columns.reduce((sum, [, min, max, width]) => sum + (Number(max) - Number(min) + 1) * pointsOf(Number(width)), 0);
  const frozen = Number(/ySplit="(\d+)"/.exec(xml)?.[1] ?? 4);
  return [...cells].flatMap(([place, { value }]) => {
    const row = Number(/^A(\d+)$/.exec(place)?.[1] ?? Number.POSITIVE_INFINITY);
    const isCut = row > 1 && row < frozen && !xml.includes(`ref="${place}:`) && textWidth(value, SIZE.table, 'regular') > room;
    return isCut ? [value] : [];
  });
}
