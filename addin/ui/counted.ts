import { formatCount } from '../../core/format.ts';

/** "12 báo cáo", of none "báo cáo": behind a word that says what is done with them. */
export const counted = (count: number, things: string): string => (count === 0 ? things : `${count} ${things}`);

/** "1.234 ô", of none "không có ô": in a sentence that says what became of them. */
export const countedOrNone = (count: number, things: string): string =>
  count === 0 ? `không có ${things}` : `${formatCount(count)} ${things}`;

/** "3 lỗi, 1 cảnh báo"; what there is none of is left out, and of nothing at all it says `none`. */
export const countedOf = (all: readonly (readonly [count: number, things: string])[], between: string, none: string): string =>
  all
    .filter(([count]) => count > 0)
    .map(([count, things]) => `${count} ${things}`)
    .join(between) || none;
